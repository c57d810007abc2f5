import { latestSeason } from "~/features/dashboards/model";
import type { FigureKey } from "~/features/figures/catalogue.model";
import type { Period } from "~/features/figures/period.model";
import { addDays, addMonths, lastDayOf, monthOf } from "~/lib/dates";
import type { ReportBlockContent } from "~/lib/report-content";

export const blockKinds = ["text", "figures", "comparison", "chart", "table", "map", "quote", "agreement"] as const;
export type BlockKind = (typeof blockKinds)[number];
export const isBlockKind = (kind: string): kind is BlockKind => blockKinds.some((known) => known === kind);

/** The lists that a chart or a table shows. */
export const reportLists = ["months", "themes", "channels", "kinds", "providerKinds", "communes", "goals"] as const;
export type ReportList = (typeof reportLists)[number];
export const isReportList = (list: string): list is ReportList => reportLists.some((known) => known === list);

/** The figures that a report freezes, in the order of its tables. */
export const reportFigures = [
  "known",
  "reached",
  "newProviders",
  "followed",
  "never",
  "establishments",
  "sessions",
  "shortAdvices",
  "supports",
  "absences",
  "contact",
  "preparation",
  "travel",
  "otherWork",
  "used",
  "granted",
  "kilometres",
  "actionsCreated",
  "actionsDone",
  "actionsOpen",
  "actionsLate",
] as const satisfies readonly FigureKey[];
export type ReportFigure = (typeof reportFigures)[number];
export const isReportFigure = (key: string): key is ReportFigure => reportFigures.some((known) => known === key);

export const reportPeriods = ["month", "quarter", "season", "year", "custom"] as const;
export type ReportPeriod = (typeof reportPeriods)[number];
/** The periods whose end may have a report made by itself. */
export const schedulePeriods = ["month", "quarter", "season", "year"] as const satisfies readonly ReportPeriod[];
export type SchedulePeriod = (typeof schedulePeriods)[number];
export const isSchedulePeriod = (text: string): text is SchedulePeriod => schedulePeriods.some((one) => one === text);

/** The last period of this kind that has ended before `today`; undefined for a season where the office has none. */
export function lastEnded(
  period: Exclude<ReportPeriod, "custom">,
  today: string,
  seasonWeeks: readonly number[],
): Period | undefined {
  const month = `${monthOf(today)}-01`;
  if (period === "month") return { from: addMonths(month, -1), to: addDays(month, -1) };
  if (period === "year") {
    const year = Number(today.slice(0, 4)) - 1;
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  if (period === "quarter") {
    const first = addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3));
    return { from: addMonths(first, -3), to: addDays(first, -1) };
  }
  const season = latestSeason(seasonWeeks, today);
  if (!season || season.to < today) return season;
  return latestSeason(seasonWeeks, addDays(season.from, -1));
}

/** The first period of this kind that ends after `madeUntil`; undefined for a season where the office has none. */
export function nextToReport(
  period: Exclude<ReportPeriod, "custom">,
  madeUntil: string,
  seasonWeeks: readonly number[],
): Period | undefined {
  // A season comes back within two years, whatever weeks make it.
  for (let days = 1; days <= 800; days += 1) {
    const ended = lastEnded(period, addDays(madeUntil, days), seasonWeeks);
    if (ended && ended.to > madeUntil) return ended;
  }
  return undefined;
}

/** The period before, as long: as many months where they are whole, the same days a year before for a season. */
export function periodBefore(period: string, { from, to }: Period): Period {
  const isWhole = from.endsWith("-01") && to === lastDayOf(monthOf(to));
  if (period === "season") return { from: addMonths(from, -12), to: addMonths(to, -12) };
  if (!isWhole) {
    const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
    return { from: addDays(from, -days), to: addDays(from, -1) };
  }
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  return { from: addMonths(from, -months), to: addDays(from, -1) };
}

export interface TemplateBlock {
  kind: string;
  title: string;
  body: string;
  content: ReportBlockContent;
}

/** The template that ships: `key` names its title and its text in the catalogue. */
export const shippedBlocks = [
  { key: "opening", kind: "text", content: {} },
  {
    key: "glance",
    kind: "figures",
    content: { figures: ["reached", "newProviders", "sessions", "supports", "contact", "actionsDone"] },
  },
  { key: "comparison", kind: "comparison", content: { figures: ["reached", "sessions", "supports", "contact", "actionsDone"] } },
  { key: "months", kind: "chart", content: { list: "months" } },
  { key: "themes", kind: "chart", content: { list: "themes" } },
  { key: "map", kind: "map", content: { list: "communes" } },
  { key: "communes", kind: "table", content: { list: "communes" } },
  { key: "plans", kind: "figures", content: { figures: ["actionsCreated", "actionsDone", "actionsOpen", "actionsLate"] } },
  { key: "goals", kind: "table", content: { list: "goals" } },
  { key: "agreement", kind: "agreement", content: { list: "goals" } },
  { key: "outlook", kind: "text", content: {} },
] as const satisfies readonly { key: string; kind: BlockKind; content: ReportBlockContent }[];
