import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { getOpenLink } from "~/features/action-plans/link-page.server";
import { actorOfLink } from "~/features/action-plans/links.queries.server";
import { getAction } from "~/features/action-plans/queries.server";
import { attachUploads, describeAttached } from "~/features/files/attach.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** Pictures that show a step done, by whoever holds the page link. */
export async function action(asked: ActionFunctionArgs) {
  const { token = "", actionId = "" } = asked.params;
  const actor = actorOfLink(await answering(() => getOpenLink(token)));
  const row = await answering(() => authorize(actor, "plan.answer", getAction(actor, actionId, "plan.answer")));
  const attached = await attachUploads(actor, row, { subject: "action", request: asked.request });
  return redirectWithToast(paths.pageLink(token, { step: row.id }), describeAttached(actor.locale, attached));
}
