import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportFeedback } from "~/features/workshops/feedback-export.server";
import { answering } from "~/http/responses.server";

/** A year of opinions on the workshops. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportFeedback(actor, request), { list: "feedback", format: "xlsx", request }));
}
