import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportResources } from "~/features/resources/export.server";
import { downloadTable } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The library under the list's own filters. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return answering(() => downloadTable(exportResources(actor, asked.request), "csv"));
}
