import type { Actor } from "~/access/actor";
import { listDayMinutes, listGrantedMinutes } from "~/features/figures/hours.queries.server";
import { listPlanActions } from "~/features/figures/plans.queries.server";
import { formatDay } from "~/i18n/format";
import { addDays, mondayOf, weekOf } from "~/lib/dates";
import { paths } from "~/paths";
import { blocks } from "./describe.server";
import { describeFigures } from "./describe-figures.server";
import { describeGoals } from "./describe-goals.server";
import { describeHours } from "./describe-hours.server";
import { describeSeries, type TableRow } from "./describe-series.server";
import type { MineQuery } from "./form";
import { type DashboardAsked, periodOf, readDashboard, resolveDashboard } from "./queries.server";
import { readSeries } from "./series.queries.server";
import { type Words, wordedPeriod, wordsFor } from "./words.server";

const lateShown = 8;

/**
 * A facilitator's own page: the week's hours day by day, the figures of the period, late plans and goals; the
 * same readings that her director has by filtering the dashboard on her name, and no others.
 */
export function describeMine(actor: Actor, { week, ...query }: MineQuery) {
  const asked = resolveDashboard(actor, { ...query, facilitator: actor.userId });
  const data = readDashboard(actor, asked);
  const words = wordsFor(actor, asked, data);
  const block = (keys: (typeof blocks)[keyof typeof blocks]) => ({
    figures: describeFigures(keys, data, words),
    help: words.help(keys),
  });
  return {
    period: wordedPeriod(actor.locale, asked.days),
    choice: { value: asked.days.period, options: periodOptions(asked, words) },
    week: describeWeek(actor, asked, { monday: mondayOf(week ?? asked.today), words }),
    reach: block(blocks.reach),
    sessions: block(blocks.sessions),
    plans: block(blocks.plans),
    workshops: block(blocks.workshops),
    hours: describeHours(asked, data, words),
    weeks: describeSeries(asked, readSeries(actor, asked), words).weeks,
    late: describeLate(actor, asked, words),
    goals: describeGoals(actor, { facilitator: actor.userId }),
    file: paths.dashboardExport("xlsx", { period: asked.days.period, facilitator: actor.userId }),
    asDirector: paths.dashboard({ period: asked.days.period, facilitator: actor.userId }),
  };
}

const periods = ["year", "last-year", "12-months", "season"] as const;

function periodOptions({ viewed }: DashboardAsked, { t }: Words) {
  const offered = periods.filter((choice) => choice !== "season" || viewed[0]?.seasonWeeks.length);
  return offered.map((value) => ({ value, label: t(`dashboard:periods.${value}`) }));
}

const kinds = ["contact", "preparation", "travel", "otherWork"] as const;

/** The seven days of a week: what was spent on each, and the week's sum against the hours granted for it. */
function describeWeek(actor: Actor, asked: DashboardAsked, { monday, words }: { monday: string; words: Words }) {
  const { t, hours, share } = words;
  const week = { from: monday, to: addDays(monday, 6) };
  const own = { ...week, facilitator: actor.userId };
  const rows = listDayMinutes(actor, own);
  const [granted = 0] = listGrantedMinutes(actor, own, [week]);
  const days = [0, 1, 2, 3, 4, 5, 6].map((place) => {
    const day = addDays(monday, place);
    const found = rows.find((row) => row.day === day);
    const minutes = kinds.map((kind) => found?.[kind] ?? 0);
    return { day, minutes, total: minutes.reduce((sum, one) => sum + one, 0) };
  });
  const used = days.reduce((sum, { total }) => sum + total, 0);
  const amount = (minutes: number) => (minutes === 0 ? "–" : hours(minutes));
  const to = (from: string, until: string) => words.counted("used", { period: "custom", from, to: until });
  const span = { week: weekOf(monday), from: words.dayOnly(week.from), to: words.day(week.to) };
  return {
    title: t("mine:week.title", span),
    sentence: granted === 0 ? t("mine:week.used", { used: hours(used) }) : weekAgainst({ used, granted }, words),
    part: granted === 0 ? undefined : Math.min(1, used / granted),
    shareText: granted === 0 ? "" : share(used, granted),
    head: [t("mine:week.day"), ...kinds.map((kind) => words.name(kind)), t("series:total")],
    rows: days.map(
      ({ day, minutes, total }): TableRow => ({
        label: formatDay(actor.locale, day, "spoken"),
        cells: [
          ...minutes.map((one) => ({ text: amount(one) })),
          { text: amount(total), to: total > 0 ? to(day, day) : undefined },
        ],
      }),
    ),
    previous: paths.dashboardMine({ period: asked.days.period, week: addDays(monday, -7) }),
    next: week.to < asked.today ? paths.dashboardMine({ period: asked.days.period, week: addDays(monday, 7) }) : undefined,
  };
}

function weekAgainst({ used, granted }: { used: number; granted: number }, { t, hours, share }: Words): string {
  return t("mine:week.against", { used: hours(used), granted: hours(granted), share: share(used, granted) });
}

/** Steps of her plans whose day has passed, the earliest first, with what was agreed. */
function describeLate(actor: Actor, asked: DashboardAsked, words: Words) {
  const page = listPlanActions(actor, { ...periodOf(asked, asked.days), asOf: asked.today, set: "late" });
  const rows = page.rows.slice(0, lateShown).map((row) => ({
    id: row.id,
    title: row.title,
    to: paths.providerPlan(row.providerId),
    provider: row.provider,
    due: words.t("mine:late.due", { day: row.dueOn ? words.day(row.dueOn) : "" }),
  }));
  return { rows, more: page.rows.length > lateShown ? words.actions("late") : undefined };
}
