import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportGoals } from "~/features/dashboards/goal-export.server";
import { answerExport } from "~/features/exports/commands.server";
import { answering } from "~/http/responses.server";

/** The goals, with how far each is. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportGoals(actor, request), { list: "goals", format: "csv", request }));
}
