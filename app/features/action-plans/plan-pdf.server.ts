import type { Actor } from "~/access/actor";
import { formatDay, formatDuration, formatWeekdays } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { openPdf, type Pdf } from "~/lib/pdf.server";
import { formatPhone } from "~/lib/phone";
import { isDone, isOpen } from "./model";
import { findProviderLocale, getPlanHead, listActions } from "./queries.server";

type Action = ReturnType<typeof listActions>[number];

/** A plan on A4 in large type, in the provider's language, its drafts left out; answers its name and bytes. */
export async function makePlanPdf(actor: Actor, providerId: string): Promise<{ name: string; bytes: Buffer }> {
  const head = getPlanHead(actor, providerId);
  const locale = findProviderLocale(actor, providerId);
  const t = translator(locale);
  const actions = listActions(actor, providerId).filter((action) => action.publishedAt !== null);
  const ahead = actions.filter((action) => isOpen(action.state));
  const title = t("plans:print.title", { name: head.name });
  const pdf = await openPdf({ title, language: locale, author: head.office ?? "", size: 14 });
  pdf.heading(1, title);
  const today = dayIn(head.zone, now());
  pdf.paragraph(t("plans:print.on", { day: formatDay(locale, today, "spoken") }), { isMuted: true });
  writeContact(pdf, locale, head);
  writeAhead(pdf, locale, ahead);
  const behind = actions.filter((action) => isDone(action.state));
  if (behind.length > 0) pdf.heading(2, t("plans:print.behind"));
  for (const action of behind) {
    const day = action.doneOn ? [t("myPlan:doneOn", { day: formatDay(locale, action.doneOn) })] : [];
    pdf.item(action.title, day, "ticked");
  }
  return { name: `${title}.pdf`, bytes: await pdf.end() };
}

function writeContact(pdf: Pdf, locale: Locale, head: ReturnType<typeof getPlanHead>): void {
  const t = translator(locale);
  const who = [head.contactName, head.office, formatPhone(head.contactPhone ?? head.officePhone)].filter(Boolean).join(", ");
  if (who) pdf.paragraph(`${t("plans:print.contact")}${t("common:colon")}${who}`);
  const days = head.presentDays ?? [];
  if (days.length > 0) pdf.paragraph(t("beside:present", { days: formatWeekdays(locale, days) }), { isMuted: true });
}

function writeAhead(pdf: Pdf, locale: Locale, ahead: readonly Action[]): void {
  const t = translator(locale);
  const [first, ...rest] = ahead;
  if (!first) {
    pdf.paragraph(t("myPlan:finished"));
    return;
  }
  pdf.heading(2, t("plans:print.next"));
  const gestures = first.steps.map((step) => `– ${step.title}`);
  pdf.item(first.title, [first.why, factsOf(locale, first), ...gestures].filter(Boolean), "empty");
  if (rest.length > 0) pdf.heading(2, t("plans:print.ahead"));
  for (const action of rest) pdf.item(action.title, [action.why, factsOf(locale, action)].filter(Boolean), "empty");
}

function factsOf(locale: Locale, action: Action): string {
  const t = translator(locale);
  const minutes = action.minutes ? t("myPlan:minutes", { duration: formatDuration(action.minutes) }) : "";
  const due = action.dueOn ? t("myPlan:due", { day: formatDay(locale, action.dueOn, "spoken") }) : "";
  return [minutes, due].filter(Boolean).join(" · ");
}
