import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { markNewsSeen } from "~/features/action-plans/answers.commands.server";
import { getPlan } from "~/features/action-plans/queries.server";
import { answering } from "~/http/responses.server";
import { paths } from "~/paths";

/** « Vu »: the answers and words of a plan leave « Aujourd’hui ». */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const plan = await answering(() => getPlan(actor, asked.params.planId ?? ""));
  markNewsSeen(actor, authorize(actor, "plan.edit", plan));
  return redirect(paths.today());
}
