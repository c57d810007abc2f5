import { minutesShown } from "~/i18n/format";
import { monthsBetween } from "~/lib/dates";
import type { DashboardAsked } from "./queries.server";
import type { Series } from "./series.queries.server";
import type { Words } from "./words.server";

/** A row of a table under a chart: its cells in words, some of them links. */
export interface TableRow {
  label: string;
  to?: string | undefined;
  cells: { text: string; to?: string | undefined }[];
}

/** Themes named on the chart; those after them stand in the table alone. */
const themesDrawn = 7;

/** The period's series in words: themes by month, actions by month, hours by week; each with its table. */
export function describeSeries(asked: DashboardAsked, series: Series, words: Words) {
  const months = monthsBetween(asked.days.from, asked.days.to);
  return {
    themes: describeThemeMonths(months, series, words),
    plans: describePlanMonths(months, series, words),
    weeks: describeWeeks(series, words),
  };
}

function describeThemeMonths(months: readonly string[], { themeMonths }: Series, words: Words) {
  const { number } = words;
  const codes = new Map<string, number>();
  for (const { theme, sessions } of themeMonths) codes.set(theme, (codes.get(theme) ?? 0) + sessions);
  const themes = [...codes].sort((a, b) => b[1] - a[1]);
  const named = months.length > 12 ? words.month : words.monthOnly;
  const at = (theme: string, month: string) =>
    themeMonths.filter((row) => row.theme === theme && row.month === month).reduce((sum, row) => sum + row.sessions, 0);
  // What is still to be said cannot be filtered in the log, so its row opens nothing.
  const to = (theme: string, month?: string) =>
    theme ? words.sessions({ theme, ...(month ? words.inMonth(month) : {}) }) : undefined;
  const rows = themes.map(([theme, total]) => ({
    label: words.theme(theme),
    total: number(total),
    to: to(theme),
    points: months.map((month) => {
      const value = at(theme, month);
      return { label: words.month(month), value, valueText: number(value), to: value > 0 ? to(theme, month) : undefined };
    }),
  }));
  return {
    ticks: months.map((month) => ({ key: month, text: words.monthOnly(month) })),
    rows: rows.slice(0, themesDrawn),
    head: [words.t("dashboard:columns.theme"), ...months.map((month) => named(month)), words.t("series:total")],
    table: rows.map((row): TableRow => {
      const cells = row.points.map(({ valueText, to: link }) => ({ text: valueText, to: link }));
      return { label: row.label, to: row.to, cells: [...cells, { text: row.total }] };
    }),
  };
}

function describePlanMonths(months: readonly string[], { planMonths }: Series, words: Words) {
  const { number, t } = words;
  const countOf = (set: "created" | "done", month: string) => planMonths[set].find((row) => row.month === month)?.count ?? 0;
  const columns = months.map((month) => {
    const [value, before] = [countOf("done", month), countOf("created", month)];
    const days = { period: "custom", ...words.inMonth(month) };
    return {
      label: words.month(month),
      short: words.monthOnly(month),
      value,
      valueText: number(value),
      before,
      beforeText: number(before),
      to: words.actions("done", days),
      createdTo: words.actions("created", days),
    };
  });
  return {
    names: [t("series:plans.done"), t("series:plans.created")],
    columns: columns.some(({ value, before }) => value + before > 0) ? columns : [],
    head: [t("dashboard:columns.month"), t("figures:names.actionsDone"), t("figures:names.actionsCreated")],
    table: columns.map(
      (column): TableRow => ({
        label: column.label,
        cells: [
          { text: column.valueText, to: column.value > 0 ? column.to : undefined },
          { text: column.beforeText, to: column.before > 0 ? column.createdTo : undefined },
        ],
      }),
    ),
  };
}

function describeWeeks({ weeks }: Series, words: Words) {
  const { t, hours, share } = words;
  const sum = (rows: typeof weeks, key: "used" | "granted") => rows.reduce((total, week) => total + week[key], 0);
  const season = weeks.filter(({ isSeason }) => isSeason);
  const out = (key: "used" | "granted") => minutesShown(sum(weeks, key)) - minutesShown(sum(season, key));
  const columns = weeks.map((week) => {
    const span = { week: week.week, from: words.dayOnly(week.from), to: words.dayOnly(week.to) };
    const against = { used: hours(week.used), granted: hours(week.granted) };
    return {
      label: week.isSeason ? t("series:weeks.seasonLabel", span) : t("series:weeks.label", span),
      short: String(week.week),
      value: week.used,
      whole: week.granted,
      valueText: week.granted > 0 ? t("series:weeks.against", against) : against.used,
      isBanded: week.isSeason,
      to: week.used > 0 ? words.counted("used", { period: "custom", from: week.from, to: week.to }) : undefined,
      cells: { ...against, share: week.granted > 0 ? share(week.used, week.granted) : "", isSeason: week.isSeason },
    };
  });
  const hasSeason = season.length > 0;
  const isGranted = weeks.some(({ granted }) => granted > 0);
  const seasonText = hasSeason
    ? t(isGranted ? "series:weeks.season" : "series:weeks.seasonUsed", {
        used: hours(sum(season, "used")),
        granted: hours(sum(season, "granted")),
        usedOut: hours(out("used")),
        grantedOut: hours(out("granted")),
      })
    : "";
  return {
    season: seasonText,
    hasSeason,
    isGranted,
    columns: weeks.some(({ used }) => used > 0) ? columns : [],
    head: [
      t("series:weeks.week"),
      t("dashboard:columns.used"),
      ...(isGranted ? [t("dashboard:columns.granted"), t("dashboard:columns.share")] : []),
      ...(hasSeason ? [t("series:weeks.isSeason")] : []),
    ],
    table: columns.map(
      ({ label, to, cells }): TableRow => ({
        label,
        cells: [
          { text: cells.used, to },
          ...(isGranted ? [{ text: cells.granted }, { text: cells.share }] : []),
          ...(hasSeason ? [{ text: cells.isSeason ? t("series:weeks.yes") : t("series:weeks.no") }] : []),
        ],
      }),
    ),
  };
}
