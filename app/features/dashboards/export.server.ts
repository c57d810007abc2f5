import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import type { FigureUnit } from "~/features/figures/catalogue.model";
import { type Catalogue, translator } from "~/i18n/translate";
import { type Cell, toCsv } from "~/lib/csv";
import { newId } from "~/lib/ids";
import { toXlsx } from "~/lib/xlsx.server";
import { describeDashboard } from "./describe.server";
import { describeFilterBar } from "./describe-filters.server";
import type { DashboardQuery } from "./form";
import { type DashboardAsked, type DashboardData, readDashboard, resolveDashboard } from "./queries.server";
import { wordedDay, wordedPeriod } from "./words.server";

interface Table {
  name: string;
  head: string[];
  rows: Cell[][];
}

/** The dashboard's tables as one CSV: table, row, column, value. Written to the audit. Throws NotFoundError for an office out of sight. */
export function exportDashboardCsv(actor: Actor, query: DashboardQuery): string {
  const { file } = headsOf(actor);
  const rows = tablesOf(actor, query).flatMap(({ name, head, rows }) =>
    rows.flatMap(([label = null, ...cells]) => cells.map((cell, place): Cell[] => [name, label, head[place + 1] ?? "", cell])),
  );
  return toCsv([file("table"), file("row"), file("column"), file("value")], rows);
}

/** The same as a workbook, a sheet a table. */
export function exportDashboardXlsx(actor: Actor, query: DashboardQuery): Promise<Buffer> {
  const sheets = tablesOf(actor, query).map(({ name, head, rows }) => ({
    name: name.slice(0, 31),
    columns: head.map((title, place) => ({ title, width: place === 0 ? 34 : 22 })),
    rows,
  }));
  return toXlsx(sheets);
}

function tablesOf(actor: Actor, query: DashboardQuery): Table[] {
  const asked = resolveDashboard(actor, query);
  const owner = asked.viewed.length === 1 ? { ownerId: asked.viewed[0]?.id ?? "" } : {};
  const command = { name: "dashboard.export", id: newId(), input: query, isOnce: false, ...owner };
  return run(actor, command, () => {
    const data = readDashboard(actor, asked);
    const page = describeDashboard(actor, asked, data);
    return [
      figureTable(actor, data),
      ...chartTables(actor, data, page),
      ...coverageTables(actor, asked, page),
      filterTable(actor, { asked, query }, data),
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

/** Minutes become hours with two decimals. */
const inHours = (minutes: number) => Math.round((minutes / 60) * 100) / 100;

function figureTable(actor: Actor, data: DashboardData): Table {
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

function chartTables(actor: Actor, data: DashboardData, page: Page): Table[] {
  const { t, column } = headsOf(actor);
  const topic = (name: string, first: string, rows: Page["topics"]["themes"]): Table => ({
    name,
    head: [first, column("sessions"), column("share")],
    rows: rows.map((row) => [row.label, row.value, row.share]),
  });
  return [
    {
      name: t("dashboard:byMonth"),
      head: [column("month"), column("sessions"), column("aYearBefore")],
      rows: page.months.columns.map((row) => [row.label, row.value, row.before]),
    },
    topic(t("dashboard:byTheme"), column("theme"), page.topics.themes),
    topic(t("dashboard:byChannel"), column("channel"), page.topics.channels),
    topic(t("dashboard:byKind"), column("kind"), page.topics.kinds),
    {
      name: t("dashboard:hours.byFacilitator"),
      head: [column("facilitator"), column("sessions"), column("contact"), column("used"), column("granted")],
      rows:
        page.hours.facilitators.length === 0
          ? []
          : data.hours.map((one) => [one.name, one.sessions, inHours(one.contact), inHours(one.used), inHours(one.granted)]),
    },
  ];
}

function coverageTables(actor: Actor, asked: DashboardAsked, { coverage, offices }: Page): Table[] {
  const { t, column } = headsOf(actor);
  const covered = (name: string, first: string, rows: Page["coverage"]["byKind"]): Table => ({
    name,
    head: [first, column("reached"), column("known"), column("share"), ...(asked.isDetailed ? [column("never")] : [])],
    rows: rows.map((row) => [
      row.label,
      row.counts.reached,
      row.counts.known,
      row.share,
      ...(asked.isDetailed ? [row.counts.never] : []),
    ]),
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

function filterTable(actor: Actor, given: { asked: DashboardAsked; query: DashboardQuery }, data: DashboardData): Table {
  const { t, file } = headsOf(actor);
  const { asked } = given;
  const set = describeFilterBar(actor, given, data).more.filter(({ value }) => value !== "");
  return {
    name: t("dashboard:file.filters"),
    head: [file("filter"), file("value")],
    rows: [
      [t("dashboard:file.period"), wordedPeriod(actor.locale, asked.days)],
      [t("dashboard:file.compared"), wordedPeriod(actor.locale, asked.before)],
      [t("dashboard:file.office"), asked.viewed.map((office) => office.name).join(", ")],
      ...set.map(({ label, value, options }) => [label, options.find((option) => option.value === value)?.label ?? value]),
      [t("dashboard:file.madeOn"), wordedDay(actor.locale, asked.today)],
    ],
  };
}
