import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportResources } from "~/features/resources/export.server";
import { answering } from "~/http/responses.server";

/** The library under the list's own filters. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportResources(actor, request), { list: "resources", format: "xlsx", request }));
}
