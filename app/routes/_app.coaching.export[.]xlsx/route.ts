import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportSessionsXlsx } from "~/features/coaching/export.server";
import { download } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The log with the page's own filters: sessions, participants, definitions. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { name, body } = await answering(() => exportSessionsXlsx(actor, asked.request));
  return download(body, { name, type: "xlsx" });
}
