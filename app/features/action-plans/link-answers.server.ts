import { authorize } from "~/access/authorized";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { takeCallback } from "~/features/providers/callbacks.commands.server";
import { parseFields } from "~/http/form.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { answerAction } from "./answers.commands.server";
import { ownAnswerSchema } from "./form";
import { renewPageLink } from "./links.commands.server";
import { actorOfLink, type getPageLink } from "./links.queries.server";
import { getAction } from "./queries.server";

type Link = ReturnType<typeof getPageLink>;

/** An answer that was confirmed, or « Rappelez-moi », by whoever holds the link. */
export async function answerByLink(link: Link, token: string, fields: FormData) {
  const actor = actorOfLink(link);
  const t = translator(actor.locale);
  if (fields.get("intent") === "callback") {
    const { contactId } = link;
    const toast = await answering(() => takeCallback(actor, link.providerId, { fields, contactId }));
    return redirectWithToast(paths.pageLink(token), toast);
  }
  const form = parseFields(fields, ownAnswerSchema, actor.locale);
  if (!form.isValid) throw notFound();
  const { actionId, answer, comment, link: shown } = form.value;
  const row = await answering(() => getAction(actor, actionId, "plan.answer"));
  const said = answer === "alreadyDone" ? t("myPlan:alreadyDone") : comment;
  answerAction(actor, authorize(actor, "plan.answer", row), { answer, comment: said, link: shown, contactId: link.contactId });
  return redirectWithToast(paths.pageLink(token), { text: t(`myPlan:said.${answer}`), tone: "ok" });
}

/** A fresh link to the contact of an expired one; a few an hour for one mailbox. */
export async function renewByLink(link: Link, token: string) {
  const t = translator(link.locale ?? "fr");
  const mailbox = link.email ?? link.id;
  if (await isLimited("mailbox", mailbox)) {
    return redirectWithToast(paths.pageLink(token), { text: t("myPlan:link.limited"), tone: "warn" });
  }
  await countAttempt("mailbox", mailbox);
  await answering(() => renewPageLink(actorOfLink(link), link));
  return redirectWithToast(paths.pageLink(token), { text: t("myPlan:link.renewed"), tone: "ok" });
}

/** « Rappelez-moi » from a link that grew old: it opens no plan, but still knows who asks; a few an hour for one mailbox. */
export async function callByOldLink(link: Link, token: string, fields: FormData) {
  const mailbox = link.email ?? link.id;
  if (await isLimited("mailbox", mailbox)) throw notFound();
  await countAttempt("mailbox", mailbox);
  const { contactId } = link;
  const toast = await answering(() => takeCallback(actorOfLink(link), link.providerId, { fields, contactId }));
  return redirectWithToast(paths.pageLink(token), toast);
}
