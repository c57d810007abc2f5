import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportPlans } from "~/features/action-plans/export.server";
import { answerExport } from "~/features/exports/commands.server";
import { answering } from "~/http/responses.server";

/** The plans of the list's own filters. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportPlans(actor, request), { list: "plans", format: "xlsx", request }));
}
