import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { publishDrafts } from "~/features/action-plans/publish.commands.server";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** Publishes every draft of a plan. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const head = await answering(() => getPlanHead(actor, asked.params.providerId ?? "", "plan.edit"));
  const { published } = publishDrafts(actor, authorize(actor, "plan.edit", head));
  const text = translator(actor.locale)("plans:draft.published", { count: published });
  return redirectWithToast(paths.providerPlan(head.id), { text, tone: "ok" });
}
