import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportWorkshops } from "~/features/workshops/export.server";
import { answering } from "~/http/responses.server";

/** The programme of the list's own filters. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportWorkshops(actor, request), { list: "workshops", format: "xlsx", request }));
}
