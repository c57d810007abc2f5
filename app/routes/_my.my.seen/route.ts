import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { tellSeen } from "~/features/action-plans/own-posts.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { answering } from "~/http/responses.server";

/** « Mon plan » stood open before someone. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider } = await answering(() => chooseOwnProvider(actor, wanted));
  return tellSeen(actor, provider.id);
}
