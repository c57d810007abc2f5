import type { ActionFunctionArgs } from "@remix-run/node";
import { getOpenLink } from "~/features/action-plans/link-page.server";
import { actorOfLink } from "~/features/action-plans/links.queries.server";
import { attachToStep } from "~/features/action-plans/own-posts.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** Pictures that show a step done, by whoever holds the page link. */
export async function action(asked: ActionFunctionArgs) {
  const { token = "", actionId = "" } = asked.params;
  const link = await answering(() => getOpenLink(token));
  const toast = await attachToStep(actorOfLink(link), actionId, asked.request);
  return redirectWithToast(paths.pageLink(token, { step: actionId }), toast);
}
