import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportWorkload } from "~/features/agenda/workload-export.server";
import { downloadTable } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The year's weeks of one person, as the page shows them. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return answering(() => downloadTable(exportWorkload(actor, asked.request), "xlsx"));
}
