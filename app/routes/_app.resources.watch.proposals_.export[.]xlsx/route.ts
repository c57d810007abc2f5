import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportProposals } from "~/features/resources/proposals-export.server";
import { answering } from "~/http/responses.server";

/** What feeds propose, to be sorted. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportProposals(actor, request), { list: "proposals", format: "xlsx", request }));
}
