import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { pageLinkSchema } from "~/features/action-plans/form";
import { sendPageLink } from "~/features/action-plans/links.commands.server";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** Mails a fresh page link to a contact. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const head = await answering(() => getPlanHead(actor, asked.params.providerId ?? "", "plan.edit"));
  const parsed = await parseForm(asked.request, pageLinkSchema, actor.locale);
  if (!parsed.isValid) throw notFound();
  const back = paths.providerPlan(head.id);
  try {
    await answering(() => sendPageLink(actor, authorize(actor, "plan.edit", head), parsed.value));
  } catch (error) {
    if (error instanceof Response) throw error;
    const [text = ""] = ruleReply(error, parsed.reply, actor.locale).errors.contactId ?? [];
    return redirectWithToast(back, { text, tone: "warn" });
  }
  return redirectWithToast(back, { text: translator(actor.locale)("actionPlans:links.sent"), tone: "ok" });
}
