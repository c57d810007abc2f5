import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportPlans } from "~/features/action-plans/export.server";
import { downloadTable } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The plans of the list's own filters. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return answering(() => downloadTable(exportPlans(actor, asked.request), "xlsx"));
}
