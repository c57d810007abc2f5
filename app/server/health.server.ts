import type { RequestHandler } from "express";
import { sqlite } from "~/db/client.server";
import { checkState } from "./durability.server";

/** 200 when the database answers; `checking` until the file was read through. */
export const health: RequestHandler = (_request, response) => {
  response.setHeader("Cache-Control", "no-store");
  const check = checkState();
  const answers = sqlite().prepare("SELECT 1").pluck().get() === 1;
  const isWell = answers && check !== "broken";
  response.status(isWell ? 200 : 503).json({ status: isWell ? "ok" : "broken", checking: check === "pending" });
};
