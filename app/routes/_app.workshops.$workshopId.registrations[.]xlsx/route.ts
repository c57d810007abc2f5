import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportRegistrations } from "~/features/workshops/export.server";
import { answering } from "~/http/responses.server";

/** Who is registered for a workshop. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request, params } = asked;
  return answering(() =>
    answerExport(actor, exportRegistrations(actor, params.workshopId ?? ""), { list: "registrations", format: "xlsx", request }),
  );
}
