import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportProviders } from "~/features/providers/export.server";
import { downloadTable } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The providers of the list's own filters. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return answering(() => downloadTable(exportProviders(actor, asked.request), "csv"));
}
