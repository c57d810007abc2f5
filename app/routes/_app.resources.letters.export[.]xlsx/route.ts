import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportLetters } from "~/features/resources/letters-export.server";
import { answering } from "~/http/responses.server";

/** The letters of the office. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportLetters(actor, request), { list: "letters", format: "xlsx", request }));
}
