import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportWorkshops } from "~/features/workshops/export.server";
import { downloadTable } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The programme of the list's own filters. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return answering(() => downloadTable(exportWorkshops(actor, asked.request), "xlsx"));
}
