import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getAction } from "~/features/action-plans/queries.server";
import { attachUploads, describeAttached } from "~/features/files/attach.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** Pictures and files that show what was done, added by the office. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => authorize(actor, "plan.edit", getAction(actor, asked.params.actionId ?? "", "plan.edit")));
  const attached = await attachUploads(actor, row, { subject: "action", request: asked.request });
  return redirectWithToast(paths.action(row.id), describeAttached(actor.locale, attached));
}
