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

/** What a sheet says of a plan: a long one keeps its large type and says less. */
interface Layout {
  /** Steps to come, after the next one. */
  most: number;
  hasWhy: boolean;
  hasBehind: boolean;
}

interface Matter {
  head: ReturnType<typeof getPlanHead>;
  locale: Locale;
  ahead: readonly Action[];
  behind: readonly Action[];
}

/** A plan on one A4 in large type, in the provider's language, its drafts left out; answers its name and bytes. */
export async function makePlanPdf(actor: Actor, providerId: string): Promise<{ name: string; bytes: Buffer }> {
  const head = getPlanHead(actor, providerId);
  const locale = findProviderLocale(actor, providerId);
  const actions = listActions(actor, providerId).filter((action) => action.publishedAt !== null);
  const ahead = actions.filter((action) => isOpen(action.state));
  const matter = { head, locale, ahead, behind: actions.filter((action) => isDone(action.state)) };
  const title = translator(locale)("plans:print.title", { name: head.name });
  let bytes: Buffer = Buffer.alloc(0);
  for (const layout of layoutsOf(ahead.length - 1)) {
    const pdf = await openPdf({ title, language: locale, author: head.office ?? "", size: 14 });
    writePlan(pdf, { ...matter, title }, layout);
    bytes = await pdf.end();
    if (pdf.pages() === 1) break;
  }
  return { name: `${title}.pdf`, bytes };
}

/** A longer plan is shortened from here down, until the sheet holds it. */
const mostAhead = 11;

/** From all that the plan holds to less and less of it: first what is behind, then the reasons, then the farthest steps. */
function layoutsOf(later: number): Layout[] {
  const whole = { most: later, hasWhy: true, hasBehind: true };
  const most = Math.max(0, Math.min(later, mostAhead));
  const fewer = Array.from({ length: most }, (_none, place) => ({ most: most - place - 1, hasWhy: false, hasBehind: false }));
  return [whole, { ...whole, hasBehind: false }, { ...whole, hasWhy: false, hasBehind: false }, ...fewer];
}

function writePlan(pdf: Pdf, { head, locale, ahead, behind, title }: Matter & { title: string }, layout: Layout): void {
  const t = translator(locale);
  pdf.heading(1, title);
  pdf.paragraph(t("plans:print.on", { day: formatDay(locale, dayIn(head.zone, now()), "spoken") }), { isMuted: true });
  writeContact(pdf, locale, head);
  writeAhead(pdf, { locale, ahead }, layout);
  if (behind.length > 0) pdf.heading(2, t("plans:print.behind"));
  if (behind.length > 0 && !layout.hasBehind) pdf.paragraph(t("plans:print.done", { count: behind.length }));
  for (const action of layout.hasBehind ? behind : []) {
    const day = action.doneOn ? [t("myPlan:doneOn", { day: formatDay(locale, action.doneOn) })] : [];
    pdf.item(action.title, day, "ticked");
  }
}

function writeContact(pdf: Pdf, locale: Locale, head: ReturnType<typeof getPlanHead>): void {
  const t = translator(locale);
  const who = [head.contactName, head.office, formatPhone(head.contactPhone ?? head.officePhone)].filter(Boolean).join(", ");
  if (who) pdf.paragraph(`${t("plans:print.contact")}${t("common:colon")}${who}`);
  const days = head.presentDays ?? [];
  if (days.length > 0) pdf.paragraph(t("beside:present", { days: formatWeekdays(locale, days) }), { isMuted: true });
}

function writeAhead(pdf: Pdf, { locale, ahead }: Pick<Matter, "locale" | "ahead">, layout: Layout): void {
  const t = translator(locale);
  const [first, ...rest] = ahead;
  const shown = rest.slice(0, layout.most);
  if (!first) {
    pdf.paragraph(t("myPlan:finished"));
    return;
  }
  pdf.heading(2, t("plans:print.next"));
  const gestures = first.steps.map((step) => `– ${step.title}`);
  pdf.item(first.title, [first.why, factsOf(locale, first), ...gestures].filter(Boolean), "empty");
  if (rest.length > 0) pdf.heading(2, t("plans:print.ahead"));
  for (const action of shown) {
    const why = layout.hasWhy ? action.why : "";
    pdf.item(action.title, [why, factsOf(locale, action)].filter(Boolean), "empty");
  }
  if (shown.length < rest.length) pdf.paragraph(t("plans:print.more", { count: rest.length - shown.length }));
}

function factsOf(locale: Locale, action: Action): string {
  const t = translator(locale);
  const minutes = action.minutes ? t("myPlan:minutes", { duration: formatDuration(action.minutes) }) : "";
  const due = action.dueOn ? t("myPlan:due", { day: formatDay(locale, action.dueOn, "spoken") }) : "";
  return [minutes, due].filter(Boolean).join(" · ");
}
