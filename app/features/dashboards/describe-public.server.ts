import { formatDay, formatHours, formatNumber } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { toCsv } from "~/lib/csv";
import { paths } from "~/paths";
import { nameOf } from "./describe-network.server";
import type { TableRow } from "./describe-series.server";
import { type PublicFigures, type PublicRow, readPublicFigures } from "./public-figures.server";

type Measure = "sessions" | "supports" | "minutes" | "reached";

/** A network's open figures in words, with where its data stand. Throws NotFoundError where they are not open. */
export function describePublicFigures(locale: Locale, slug: string, year: string | undefined) {
  const { network, figures } = readPublicFigures(slug, year);
  return {
    name: network.name,
    contact: { email: network.email, phone: network.phone },
    ...describeTotals(locale, figures),
    csv: paths.publicFiguresFile(slug, "csv", { year }),
    json: paths.publicFiguresFile(slug, "json", { year }),
  };
}

/** A network's figures in words, as they may be told to anybody: totals, territories, months, themes. */
export function describeTotals(locale: Locale, figures: PublicFigures) {
  const t = translator(locale);
  const { totals, until } = figures;
  const all = ["sessions", "supports", "minutes", "reached"] as const;
  return {
    until: until
      ? t(until.endsWith("-01") ? "network:open.untilJanuary" : "network:open.until", {
          month: formatDay(locale, until, "month"),
        })
      : t("network:open.none"),
    missing: until && !totals ? t("network:open.tooFew") : "",
    figures: totals
      ? all.map((key) => ({
          label: measureName(locale, key),
          value: amount(locale, key, totals[key]),
          notes: [""].filter(Boolean),
        }))
      : [],
    help: (["sessions", "supports", "contact", "reached"] as const).map((key) => ({
      term: t(`figures:names.${key}`),
      text: t(`figures:help.${key}`),
    })),
    months: barsOf(locale, figures.months, (code) => formatDay(locale, code, "month")),
    themes: barsOf(locale, figures.themes, (code) => nameOf(t, "theme", code)),
    territories: {
      head: [t("network:columns.territory"), ...all.map((key) => measureName(locale, key))],
      rows: figures.territories.map(
        (row): TableRow => ({
          label: row.isOthers ? t("network:open.others") : row.code,
          cells: all.map((key) => ({ text: amount(locale, key, row.counts[key] ?? 0) })),
        }),
      ),
    },
    year: figures.year,
  };
}

function measureName(locale: Locale, key: Measure): string {
  return translator(locale)(`figures:names.${key === "minutes" ? "contact" : key}`);
}

function amount(locale: Locale, key: Measure, value: number): string {
  return key === "minutes" ? formatHours(locale, value) : formatNumber(locale, value);
}

function barsOf(locale: Locale, rows: readonly PublicRow[], nameOfCode: (code: string) => string) {
  const all = rows.reduce((sum, { counts }) => sum + (counts.sessions ?? 0), 0);
  return rows.map(({ code, counts: { sessions = 0 }, isOthers }) => ({
    label: isOthers ? translator(locale)("network:open.others") : nameOfCode(code),
    value: sessions,
    valueText: formatNumber(locale, sessions),
    share: `${formatNumber(locale, all === 0 ? 0 : (sessions / all) * 100)} %`,
    to: undefined,
  }));
}

/** The open data as JSON: counts alone, hours with two decimals. */
export function publicFiguresJson(slug: string, year: string | undefined): string {
  const { figures } = readPublicFigures(slug, year);
  const rows = (list: readonly PublicRow[], key: string) =>
    list.map(({ code, counts, isOthers }) => ({
      [key]: isOthers ? null : code,
      ...inHours(counts),
      ...(isOthers ? { others: true } : {}),
    }));
  return JSON.stringify({
    name: figures.name,
    year: figures.year,
    until: figures.until ?? null,
    licence: "Licence Ouverte 2.0 (Etalab)",
    totals: figures.totals ? inHours(figures.totals) : null,
    territories: rows(figures.territories, "territory"),
    themes: rows(figures.themes, "theme"),
    months: rows(figures.months, "month"),
  });
}

function inHours({ minutes, ...counts }: PublicRow["counts"]) {
  return { ...counts, ...(minutes === undefined ? {} : { hours: Math.round((minutes / 60) * 100) / 100 }) };
}

/** The same as CSV: table, row, measure, value. */
export function publicFiguresCsv(locale: Locale, slug: string, year: string | undefined): string {
  const { figures } = readPublicFigures(slug, year);
  const t = translator(locale);
  const tables: [string, readonly PublicRow[]][] = [
    [t("network:totals"), figures.totals ? [{ code: figures.name, counts: figures.totals }] : []],
    [t("network:territories"), figures.territories],
    [t("network:themes"), figures.themes],
    [t("network:months"), figures.months],
  ];
  const rows = tables.flatMap(([table, list]) => list.flatMap((row) => csvRows(locale, table, { row, figures })));
  return toCsv([t("network:open.table"), t("network:open.row"), t("network:open.measure"), t("network:open.value")], rows);
}

function csvRows(locale: Locale, table: string, { row, figures }: { row: PublicRow; figures: PublicFigures }) {
  const t = translator(locale);
  const label = row.isOthers ? t("network:open.others") : figures.themes.includes(row) ? nameOf(t, "theme", row.code) : row.code;
  return Object.entries(inHours(row.counts)).map(([measure, value]) => [table, label, measure, value]);
}
