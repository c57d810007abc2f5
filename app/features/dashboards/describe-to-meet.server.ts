import type { Actor } from "~/access/actor";
import { countToMeet, listToMeet, type ToMeet } from "~/features/figures/to-meet.queries.server";
import { formatAgo } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { daysBetween } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { filesOf } from "./files.server";
import type { DashboardQuery } from "./form";
import { type DashboardAsked, periodOf } from "./queries.server";
import { wordedTotal } from "./words.server";

const shownOnPage = 6;

/** The first providers to meet, each with why; none for whoever sees totals alone. */
export function describeToMeet(actor: Actor, asked: DashboardAsked, query: DashboardQuery) {
  if (!asked.isDetailed) return { rows: [], more: undefined };
  const page = listToMeet(actor, periodOf(asked, asked.days), { size: shownOnPage, number: 0 });
  return {
    rows: page.rows.map((row) => describeRow(actor.locale, asked.today, row)),
    more: page.next === undefined ? undefined : paths.dashboardMeet({ ...query }),
  };
}

/** A page of all of them. Throws NotFoundError where totals alone may be seen. */
export function describeMeetRows(actor: Actor, asked: DashboardAsked, query: DashboardQuery & { page: number }) {
  const { locale } = actor;
  if (!asked.isDetailed) throw new NotFoundError("figureRows");
  const period = periodOf(asked, asked.days);
  const page = listToMeet(actor, period, { size: 50, number: query.page });
  return {
    title: translator(locale)("dashboard:blocks.meet"),
    context: wordedTotal(locale, asked, countToMeet(actor, period)),
    rows: page.rows.map((row) => {
      const { id, name, to, place, reasons } = describeRow(locale, asked.today, row);
      return { id, name, to, cells: [place, reasons] };
    }),
    next: page.next === undefined ? undefined : paths.dashboardMeet({ ...query, page: page.next }),
    files: filesOf("meet", query),
  };
}

/** « Jamais rencontré · seul de sa commune »: facts, never a judgement. */
function describeRow(locale: Locale, today: string, row: ToMeet) {
  const t = translator(locale);
  const lastSeen = row.lastSupportOn
    ? t("dashboard:meet.longSince", { ago: formatAgo(locale, daysBetween(today, row.lastSupportOn)) })
    : t("dashboard:meet.never");
  return {
    id: row.id,
    name: row.name,
    to: paths.provider(row.id),
    place: [t(`kinds:${row.kind}`), row.commune].filter(Boolean).join(", "),
    reasons: [lastSeen, ...reasonsOf(locale, row)].join(" · "),
  };
}

/** Why, besides how long ago: « seul prestataire connu de sa commune ». */
export function reasonsOf(locale: Locale, { isSilent, isBroken, isAlone }: ToMeet): string[] {
  const t = translator(locale);
  const reasons = [
    { is: isSilent, text: t("dashboard:meet.silent") },
    { is: isBroken, text: t("dashboard:meet.broken") },
    { is: isAlone, text: t("dashboard:meet.alone") },
  ];
  return reasons.filter(({ is }) => is).map(({ text }) => text);
}
