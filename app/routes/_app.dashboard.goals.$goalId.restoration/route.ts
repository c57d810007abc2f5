import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { deleteGoal } from "~/features/dashboards/goal.commands.server";
import { getDeletedGoal } from "~/features/dashboards/goal.queries.server";
import { answering } from "~/http/responses.server";
import { paths } from "~/paths";

/** Brings a goal back. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const goal = await answering(() => authorize(actor, "goal.set", getDeletedGoal(actor, asked.params.goalId ?? "")));
  deleteGoal(actor, goal, { isBack: true });
  return redirect(paths.goals());
}
