import { figureDefinitions } from "~/features/figures/catalogue.model";
import { formatInstant } from "~/i18n/format";
import type { Cell } from "~/lib/csv";
import type { Hidden } from "~/lib/report-content";
import type { Sheet } from "~/lib/xlsx.server";
import type { Difference } from "./difference.server";
import { type AddressedReport, noteOf } from "./facts.server";
import { isReportFigure, type ReportFigure, type ReportList, reportFigures, reportLists } from "./model";
import type { Report } from "./queries.server";
import { type Words, wordsFor } from "./words.server";
import { toWrittenXlsx } from "./workbook.server";

/** A report's frozen figures as numbers: a sheet of figures, one a list, the definitions, and what was asked. */
export function writeXlsx(report: AddressedReport, difference: Difference | null): Promise<Buffer> {
  const filled = reportLists.filter((list) => (report.figures.lists[list] ?? []).length > 0);
  const lists = filled.map((list) => listSheet(report, list));
  const [figures, definitions, about] = [figureSheet(report), definitionSheet(report), aboutSheet(report)];
  return toWrittenXlsx(report.locale, [
    figures,
    ...(difference ? [correctedSheet(report, difference)] : []),
    ...lists,
    definitions,
    about,
  ]);
}

/** What was corrected since, in numbers, and why under them. */
function correctedSheet({ locale }: Report, { moved, table, reasons }: Difference): Sheet {
  const words = wordsFor(locale);
  const { t, name } = words;
  const unit = { title: t("reports:columns.unit"), width: 16 };
  return {
    name: t("reports:differenceTitle"),
    columns: [...table.head.map((title, place) => ({ title, width: place === 0 ? 34 : 18 })), unit],
    rows: [
      ...moved.map(({ key, then, now }) => {
        const change = then.hidden || now.hidden ? null : inUnit(key, now.value - then.value);
        return [name(key), toldIn(key, then, words), toldIn(key, now, words), change, unitOf(key, locale)];
      }),
      ...reasons.map(({ text }) => [text]),
    ],
  };
}

/** A number in its unit, or the words for one that is not told. */
const toldIn = (key: ReportFigure, { value, hidden }: { value: number; hidden?: Hidden }, { unsaid }: Words): Cell =>
  hidden ? unsaid(hidden) : inUnit(key, value);

/** Minutes become hours with two decimals. */
const inUnit = (key: ReportFigure, value: number | undefined): Cell => {
  if (value === undefined) return null;
  return figureDefinitions[key].unit === "minutes" ? Math.round((value / 60) * 100) / 100 : value;
};

function figureSheet({ locale, figures }: Report): Sheet {
  const words = wordsFor(locale);
  const { t, name } = words;
  return {
    name: t("reports:sheets.figures"),
    columns: [
      { title: t("reports:columns.figure"), width: 34 },
      { title: t("reports:columns.now") },
      { title: t("reports:columns.before") },
      { title: t("reports:columns.unit") },
    ],
    rows: reportFigures.flatMap((key) => {
      const frozen = figures.values[key];
      return frozen ? [[name(key), toldIn(key, frozen, words), inUnit(key, frozen.before), unitOf(key, locale)]] : [];
    }),
  };
}

function unitOf(key: ReportFigure, locale: Report["locale"]): string {
  const { unit } = figureDefinitions[key];
  return wordsFor(locale).t(`reports:units.${unit}`);
}

function listSheet({ locale, figures }: Report, list: ReportList): Sheet {
  const words = wordsFor(locale);
  const { t, row: word } = words;
  const rows = figures.lists[list] ?? [];
  const isGoal = list === "goals";
  const hasWhole = rows.some((row) => row.of !== undefined);
  const inRow = (key: string, told: { value: number; hidden?: Hidden }) =>
    isGoal && isReportFigure(key) ? toldIn(key, told, words) : told.value;
  const value = isGoal ? t("reports:columns.obtained") : t(hasWhole ? "reports:columns.reached" : "figures:names.sessions");
  return {
    name: t(`sheets:reports.${list}`),
    columns: [
      { title: t("reports:columns.name"), width: 34 },
      { title: value },
      ...(hasWhole ? [{ title: t(isGoal ? "reports:columns.target" : "reports:columns.known") }] : []),
      ...(isGoal ? [{ title: t("reports:columns.funder") }] : []),
    ],
    rows: rows.map((row) => [
      word(list, row),
      inRow(row.key, row),
      ...(hasWhole ? [inRow(row.key, { value: row.of ?? 0 })] : []),
      ...(isGoal ? [row.name ?? null] : []),
    ]),
  };
}

function definitionSheet({ locale }: Report): Sheet {
  const { t, name } = wordsFor(locale);
  return {
    name: t("reports:sheets.definitions"),
    columns: [
      { title: t("reports:columns.figure"), width: 34 },
      { title: t("reports:columns.counted"), width: 100 },
    ],
    rows: reportFigures.map((key) => [name(key), t(`figures:help.${key}`)]),
  };
}

function aboutSheet(report: AddressedReport): Sheet {
  const { t, span, locale } = wordsFor(report.locale);
  const { beforeStartsOn, beforeEndsOn } = report.figures;
  const note = noteOf(report);
  return {
    name: t("reports:sheets.about"),
    columns: [
      { title: t("reports:columns.name"), width: 28 },
      { title: t("reports:columns.value"), width: 60 },
    ],
    rows: [
      [t("reports:about.title"), report.title],
      [t("reports:about.office"), report.office],
      [t("reports:about.period"), t("reports:period", span(report.startsOn, report.endsOn))],
      [t("reports:about.before"), t("reports:period", span(beforeStartsOn, beforeEndsOn))],
      [t("reports:about.frozen"), formatInstant(locale, report.figuresAt, report.zone)],
      [t("reports:about.state"), t(`reports:state.${report.state}`)],
      ...(note ? [[t("reports:about.note"), note]] : []),
    ],
  };
}
