import type { ActionFunctionArgs } from "@remix-run/node";
import { getOpenLink } from "~/features/action-plans/link-page.server";
import { actorOfLink } from "~/features/action-plans/links.queries.server";
import { tellSeen } from "~/features/action-plans/own-posts.server";
import { answering } from "~/http/responses.server";

/** The plan stood open before whoever holds the page link. */
export async function action(asked: ActionFunctionArgs) {
  const link = await answering(() => getOpenLink(asked.params.token ?? ""));
  return tellSeen(actorOfLink(link), link.providerId);
}
