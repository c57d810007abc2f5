import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportRegistrations } from "~/features/workshops/export.server";
import { downloadTable } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** Who is registered for a workshop. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return answering(() => downloadTable(exportRegistrations(actor, asked.params.workshopId ?? ""), "xlsx"));
}
