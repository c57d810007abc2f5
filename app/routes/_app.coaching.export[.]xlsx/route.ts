import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportSessions } from "~/features/coaching/export.server";
import { downloadTable } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The log with the page's own filters, as a workbook. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return answering(async () => downloadTable(await exportSessions(actor, asked.request), "xlsx"));
}
