import type { ActionFunctionArgs } from "@remix-run/node";
import { getOpenLink } from "~/features/action-plans/link-page.server";
import { actorOfLink } from "~/features/action-plans/links.queries.server";
import { postOnStep } from "~/features/action-plans/own-posts.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** A word or a tick on one step, by whoever holds the page link. */
export async function action(asked: ActionFunctionArgs) {
  const { token = "", actionId = "" } = asked.params;
  const link = await answering(() => getOpenLink(token));
  const fields = await asked.request.formData();
  const toast = await postOnStep(actorOfLink(link), { actionId, fields, contactId: link.contactId });
  return redirectWithToast(paths.pageLink(token, { step: actionId }), toast);
}
