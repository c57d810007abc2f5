import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportUsage } from "~/features/resources/usage-export.server";
import { answering } from "~/http/responses.server";

/** How often each resource served. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportUsage(actor, request), { list: "usage", format: "csv", request }));
}
