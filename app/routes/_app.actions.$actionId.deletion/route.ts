import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { deleteAction, restoreAction } from "~/features/action-plans/actions.commands.server";
import { getAction, getDeletedAction } from "~/features/action-plans/queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** Takes an action out of its plan; with `?undo=1`, puts it back. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const actionId = asked.params.actionId ?? "";
  const t = translator(actor.locale);
  if (new URL(asked.request.url).searchParams.has("undo")) {
    const row = await answering(() => getDeletedAction(actor, actionId));
    restoreAction(actor, authorize(actor, "plan.edit", row));
    return redirectWithToast(paths.providerPlan(row.providerId), { text: t("actionPlans:form.restored"), tone: "ok" });
  }
  const row = await answering(() => getAction(actor, actionId, "plan.edit"));
  deleteAction(actor, authorize(actor, "plan.edit", row));
  const undo = { action: paths.actionDeletion(row.id, { undo: 1 }), label: t("common:actions.undo") };
  return redirectWithToast(paths.providerPlan(row.providerId), { text: t("actionPlans:form.deleted"), tone: "ok", undo });
}
