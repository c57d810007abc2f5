import { monthsBetween } from "~/lib/dates";
import type { SessionKind } from "~/lib/vocabulary";
import type { DashboardAsked, DashboardData } from "./queries.server";
import type { Words } from "./words.server";

/** One row of a chart and of the table under it. */
export interface ChartRow {
  label: string;
  value: number;
  valueText: string;
  /** The part of all sessions. */
  share: string;
  to: string | undefined;
}

/** Sessions by month, a year before beside. */
export function describeMonths({ days }: DashboardAsked, data: DashboardData, words: Words) {
  const months = monthsBetween(days.from, days.to);
  const yearBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  return {
    names: [yearsOf(months), yearsOf(months.map(yearBefore))],
    head: (["month", "sessions", "aYearBefore"] as const).map((column) => words.t(`dashboard:columns.${column}`)),
    columns: months.map((month) => {
      const value = sessionsOf(data.months, month);
      const before = sessionsOf(data.monthsAYearAgo, yearBefore(month));
      return {
        label: words.month(month),
        short: words.monthOnly(month),
        value,
        valueText: words.number(value),
        before,
        beforeText: words.number(before),
        to: words.sessions(words.inMonth(month)),
      };
    }),
  };
}

function sessionsOf(rows: DashboardData["months"], month: string, kind?: SessionKind): number {
  const counted = rows.filter((row) => row.month === month && row.kind !== "other_work" && (!kind || row.kind === kind));
  return counted.reduce((total, row) => total + row.sessions, 0);
}

/** « 2026 », or « 2025-2026 ». */
function yearsOf(months: readonly string[]): string {
  return [...new Set([months[0]?.slice(0, 4), months.at(-1)?.slice(0, 4)])].join("-");
}

/** Shares by theme, channel and kind, by sessions (design §2). */
export function describeTopics(data: DashboardData, words: Words) {
  const all = data.totals.sessions;
  const row = (label: string, value: number, to: string | undefined): ChartRow => ({
    label,
    value,
    valueText: words.number(value),
    share: words.share(value, all),
    to,
  });
  const kinds = (["individual", "group"] as const).map((kind) => {
    const value = data.months.filter((one) => one.kind === kind).reduce((total, one) => total + one.sessions, 0);
    return row(words.t(`dashboard:kinds.${kind}`), value, words.sessions({ kind }));
  });
  return {
    // What is still to be said cannot be filtered in the log, so its row opens nothing.
    themes: added(data.topics, "theme").map(([code, value]) =>
      row(words.theme(code), value, code ? words.sessions({ theme: code }) : undefined),
    ),
    channels: added(data.topics, "channel").map(([code, value]) =>
      row(words.channel(code), value, code ? words.sessions({ channel: code }) : undefined),
    ),
    kinds,
  };
}

/** Sessions by code, the most first. */
function added(topics: DashboardData["topics"], key: "theme" | "channel"): [string, number][] {
  const sums = new Map<string, number>();
  for (const one of topics) sums.set(one[key], (sums.get(one[key]) ?? 0) + one.sessions);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

/** One row an office, for whoever sees several. */
export function describeOffices(data: DashboardData, words: Words) {
  return data.byOffice.map((office) => ({
    id: office.id,
    name: office.name,
    counts: office,
    sessions: words.number(office.sessions),
    supports: words.number(office.supports),
    contact: words.hours(office.minutes),
    reached: office.reached === null ? words.t("dashboard:fewer") : words.number(office.reached),
    known: office.known === null ? words.t("dashboard:fewer") : words.number(office.known),
    share: office.reached === null || office.known === null ? "–" : words.share(office.reached, office.known),
  }));
}
