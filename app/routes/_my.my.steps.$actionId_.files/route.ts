import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { attachToStep } from "~/features/action-plans/own-posts.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** Pictures that show a step of one's own plan done. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const actionId = asked.params.actionId ?? "";
  const toast = await attachToStep(actor, actionId, asked.request);
  return redirectWithToast(paths.my({ step: actionId }), toast);
}
