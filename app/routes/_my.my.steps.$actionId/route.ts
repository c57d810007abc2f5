import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { postOnStep } from "~/features/action-plans/own-posts.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** A word or a tick on one step of one's own plan. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const actionId = asked.params.actionId ?? "";
  const fields = await asked.request.formData();
  const toast = await postOnStep(actor, { actionId, fields, contactId: null });
  return redirectWithToast(paths.my({ step: actionId }), toast);
}
