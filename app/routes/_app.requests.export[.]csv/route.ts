import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportRequests } from "~/features/own-data/requests-export.server";
import { answering } from "~/http/responses.server";

/** What providers ask and wait for. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportRequests(actor, request), { list: "requests", format: "csv", request }));
}
