import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import type { FigureUnit } from "~/features/figures/catalogue.model";
import { type Catalogue, translator } from "~/i18n/translate";
import { monthsBetween } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { describeDashboard } from "./describe.server";
import { askedInWords } from "./describe-filters.server";
import { nameOf } from "./describe-network.server";
import { type FigureTable, inHours, partOf, tablesAsCsv, tablesAsXlsx } from "./export-tables.server";
import type { DashboardQuery } from "./form";
import { type DashboardAsked, type DashboardData, readDashboard, resolveDashboard } from "./queries.server";
import { readSeries, type Series } from "./series.queries.server";
import { wordedDay } from "./words.server";

/** The dashboard's tables as one CSV: table, row, column, value. Written to the audit. Throws NotFoundError for an office out of sight. */
export function exportDashboardCsv(actor: Actor, query: DashboardQuery): string {
  const { file } = headsOf(actor);
  return tablesAsCsv([file("table"), file("row"), file("column"), file("value")], tablesOf(actor, query));
}

/** The same as a workbook, a sheet a table. */
export function exportDashboardXlsx(actor: Actor, query: DashboardQuery): Promise<Buffer> {
  return tablesAsXlsx(tablesOf(actor, query));
}

function tablesOf(actor: Actor, query: DashboardQuery): FigureTable[] {
  const asked = resolveDashboard(actor, query);
  const owner = asked.viewed.length === 1 ? { ownerId: asked.viewed[0]?.id ?? "" } : {};
  const command = { name: "dashboard.export", id: newId(), input: query, isOnce: false, ...owner };
  return run(actor, command, () => {
    const data = readDashboard(actor, asked);
    const series = readSeries(actor, asked);
    const page = describeDashboard(actor, asked, { ...data, series });
    return [
      figureTable(actor, data),
      ...chartTables(actor, data, page),
      themeTable(actor, series, { months: monthsBetween(asked.days.from, asked.days.to), head: page.series.themes.head }),
      ...seriesTables(actor, page),
      ...coverageTables(actor, asked, page),
      definitionTable(actor, data),
      filterTable(actor, asked),
    ].filter((table) => table.rows.length > 0);
  });
}

type Page = ReturnType<typeof describeDashboard>;

function headsOf({ locale }: Actor) {
  const t = translator(locale);
  return {
    t,
    file: (key: "figure" | "value" | "unit" | "before" | "of" | "unknown" | "counted" | "table" | "row" | "column" | "filter") =>
      t(`dashboard:file.${key}`),
    column: (key: ColumnKey) => t(`dashboard:columns.${key}`),
  };
}

type ColumnKey = Exclude<keyof Catalogue["dashboard"]["columns"], "provider" | "lastSeen" | "action" | "due" | "state">;

function figureTable(actor: Actor, data: DashboardData): FigureTable {
  const { t, file } = headsOf(actor);
  return {
    name: t("dashboard:file.figures"),
    head: [file("figure"), file("value"), file("unit"), file("before"), file("of"), file("unknown"), file("counted")],
    rows: data.figures.map(({ id, unit, value, denominator, unknown, isMasked }) => [
      t(`figures:names.${id}`),
      isMasked ? t("dashboard:fewer") : shown(unit, value),
      t(`dashboard:file.units.${unit}`),
      shown(unit, data.figuresBefore.get(id)),
      shown(unit === "minutes" ? "minutes" : "count", denominator),
      shown("count", unknown),
      t(`figures:help.${id}`),
    ]),
  };
}

/** A value as a file takes it: hours and euros with two decimals, a share as its number from 0 to 1. */
function shown(unit: FigureUnit, value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  if (unit === "minutes") return inHours(value);
  if (unit === "cents") return Math.round(value) / 100;
  return unit === "count" || unit === "kilometres" ? value : Math.round(value * 1000) / 1000;
}

function chartTables(actor: Actor, data: DashboardData, page: Page): FigureTable[] {
  const { t, column } = headsOf(actor);
  const topic = (name: string, first: string, rows: Page["topics"]["themes"]): FigureTable => ({
    name,
    head: [first, column("sessions"), column("share")],
    rows: rows.map((row) => [row.label, row.value, partOf(row.value, data.totals.sessions)]),
    types: { 2: "share" },
  });
  return [
    {
      name: t("dashboard:byMonth"),
      head: [column("month"), column("sessions"), column("aYearBefore")],
      rows: page.months.columns.map((row) => [row.label, row.value, row.before]),
    },
    topic(t("dashboard:byTheme"), column("theme"), page.topics.themes),
    topic(t("dashboard:byChannel"), column("channel"), page.topics.channels),
    { ...topic(t("dashboard:byKind"), column("kind"), page.topics.kinds), sheet: t("sheets:figures.byKind") },
    {
      name: t("dashboard:hours.byFacilitator"),
      head: [column("facilitator"), column("sessions"), t("dashboard:hours.inSessions"), column("used"), column("granted")],
      rows:
        page.hours.facilitators.length === 0
          ? []
          : data.hours.map((one) => [one.name, one.sessions, inHours(one.contact), inHours(one.used), inHours(one.granted)]),
    },
  ];
}

/** Sessions by theme and month: every theme, those beyond the chart too. */
function themeTable(
  actor: Actor,
  { themeMonths }: Series,
  { months, head }: { months: readonly string[]; head: string[] },
): FigureTable {
  const t = translator(actor.locale);
  const themes = [...new Set(themeMonths.map(({ theme }) => theme))].map((theme) => {
    const own = themeMonths.filter((row) => row.theme === theme);
    return { theme, own, total: addSessions(own) };
  });
  const rows = themes
    .sort((one, other) => other.total - one.total)
    .map(({ theme, own, total }) => {
      const inMonth = months.map((month) => addSessions(own.filter((row) => row.month === month)));
      return [nameOf(t, "theme", theme), ...inMonth, total];
    });
  return { name: t("series:themes"), sheet: t("sheets:figures.themeMonths"), head, rows };
}

const addSessions = (rows: readonly { sessions: number }[]) => rows.reduce((sum, { sessions }) => sum + sessions, 0);

/** What the charts of actions and weeks show. */
function seriesTables(actor: Actor, { series }: Page): FigureTable[] {
  const { t, column } = headsOf(actor);
  const { plans, weeks } = series;
  return [
    {
      name: t("series:plans.title"),
      sheet: t("sheets:figures.actions"),
      head: plans.head,
      rows: plans.columns.map(({ label, value, before }) => [label, value, before]),
    },
    {
      name: t("series:weeks.title"),
      sheet: t("sheets:figures.weeks"),
      head: [t("series:weeks.week"), column("used"), column("granted"), column("share"), t("series:weeks.isSeason")],
      rows: weeks.columns.map(({ label, value, whole, isBanded }) => [
        label,
        inHours(value),
        inHours(whole),
        partOf(value, whole),
        t(isBanded ? "series:weeks.yes" : "series:weeks.no"),
      ]),
      types: { 3: "share" },
    },
  ];
}

/** What each figure counts, once. */
function definitionTable(actor: Actor, data: DashboardData): FigureTable {
  const { t, file } = headsOf(actor);
  return {
    name: t("dashboard:file.definitions"),
    head: [file("figure"), file("counted")],
    rows: data.figures.map(({ id }) => [t(`figures:names.${id}`), t(`figures:help.${id}`)]),
  };
}

function coverageTables(actor: Actor, asked: DashboardAsked, { coverage, offices }: Page): FigureTable[] {
  const { t, column } = headsOf(actor);
  const covered = (name: string, first: string, rows: Page["coverage"]["byKind"]): FigureTable => ({
    name,
    head: [
      ...[first, column("reached"), column("known"), column("share")],
      ...(asked.isDetailed ? [column("never"), column("reachedInScope"), column("inScope")] : []),
    ],
    rows: rows.map((row) => [
      row.label,
      row.counts.reached,
      row.counts.known,
      partOf(row.counts.reached, row.counts.known),
      ...(asked.isDetailed ? [row.counts.never, row.counts.reachedInScope, row.counts.inScope] : []),
    ]),
    types: { 3: "share" },
  });
  return [
    covered(t("dashboard:byProviderKind"), column("kind"), coverage.byKind),
    covered(t("dashboard:byCommune"), column("commune"), [...coverage.byCommune, ...coverage.moreCommunes]),
    {
      name: t("dashboard:blocks.offices"),
      head: [column("office"), column("sessions"), column("supports"), column("contact"), column("reached"), column("known")],
      rows: offices.map(({ name, counts }) => [
        name,
        counts.sessions,
        counts.supports,
        inHours(counts.minutes),
        counts.reached,
        counts.known,
      ]),
    },
  ];
}

function filterTable(actor: Actor, asked: DashboardAsked): FigureTable {
  const { t, file } = headsOf(actor);
  return {
    name: t("dashboard:file.filters"),
    head: [file("filter"), file("value")],
    rows: [...askedInWords(actor, asked), [t("dashboard:file.madeOn"), wordedDay(actor.locale, asked.today)]],
  };
}
