import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportSessionsCsv } from "~/features/coaching/export.server";
import { download } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The log with the page's own filters, one row a session. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { name, body } = await answering(() => exportSessionsCsv(actor, asked.request));
  return download(body, { name, type: "text/csv" });
}
