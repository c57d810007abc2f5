import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { revokePageLink } from "~/features/action-plans/links.commands.server";
import { getPageLinkToRevoke } from "~/features/action-plans/links.queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** A page link opens nothing any more. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const link = await answering(() => getPageLinkToRevoke(actor, asked.params.pageLinkId ?? ""));
  revokePageLink(actor, authorize(actor, "plan.edit", link));
  const text = translator(actor.locale)("actionPlans:links.revoked");
  return redirectWithToast(paths.providerPlan(link.providerId), { text, tone: "ok" });
}
