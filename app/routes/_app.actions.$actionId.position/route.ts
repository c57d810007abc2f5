import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { type Move, moveAction } from "~/features/action-plans/actions.commands.server";
import { getAction } from "~/features/action-plans/queries.server";
import { answering } from "~/http/responses.server";
import { paths } from "~/paths";

/** One place up or down in the plan, or before the step named. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const row = await answering(() => getAction(actor, asked.params.actionId ?? "", "plan.edit"));
  const to = moveOf(fields);
  const { isFirst, isLast } = moveAction(actor, authorize(actor, "plan.edit", row), to);
  const plan = paths.providerPlan(row.providerId);
  if (typeof to !== "string") return redirect(plan);
  // The button that was pressed has the focus again, or its neighbour where it has no more to do.
  const way = isFirst ? "down" : isLast ? "up" : to;
  return redirect(`${plan}#${way}-${row.id}`);
}

function moveOf(fields: FormData): Move {
  const before = fields.get("before");
  if (typeof before === "string") return { before: before || null };
  return fields.get("way") === "up" ? "up" : "down";
}
