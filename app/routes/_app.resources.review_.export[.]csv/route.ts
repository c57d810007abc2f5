import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportReview } from "~/features/resources/review-export.server";
import { answering } from "~/http/responses.server";

/** The resources to read again. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportReview(actor, request), { list: "review", format: "csv", request }));
}
