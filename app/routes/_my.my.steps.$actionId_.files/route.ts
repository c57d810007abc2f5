import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getAction } from "~/features/action-plans/queries.server";
import { attachUploads, describeAttached } from "~/features/files/attach.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** Pictures that show a step of one's own plan done. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() =>
    authorize(actor, "plan.answer", getAction(actor, asked.params.actionId ?? "", "plan.answer")),
  );
  const attached = await attachUploads(actor, row, { subject: "action", request: asked.request });
  return redirectWithToast(paths.my({ step: row.id }), describeAttached(actor.locale, attached));
}
