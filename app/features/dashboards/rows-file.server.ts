import type { Actor } from "~/access/actor";
import { everyPage, type ListedColumn, tableOf } from "~/features/exports/table.queries.server";
import { definitionOf, type FigureKey, type FigureRows, figureKeys } from "~/features/figures/catalogue.model";
import type { RowsPage } from "~/features/figures/model";
import { type Catalogue, translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { askedInWords } from "./describe-filters.server";
import type { DashboardQuery } from "./form";
import { type DashboardAsked, resolveDashboard } from "./queries.server";

/** A page of rows adds its period up anew: a file takes few and large ones. */
export const rowsAtOnce = 500;

interface RowsFile<T> {
  name: string;
  /** What is listed, in a word. */
  sheet: string;
  /** The list as a figure opens it, whose definition leads the others. */
  opened?: FigureRows;
  total: number;
  rows: () => AsyncIterable<T>;
  columns: readonly ListedColumn<T>[];
}

/** Rows behind a figure as a file: what is counted, what its columns mean, and what was asked. */
export function rowsFile<T>(actor: Actor, asked: DashboardAsked, { opened, ...listed }: RowsFile<T>): ExportedTable {
  const { t } = columnWords(actor);
  const figure = opened && figureKeys.find((id) => isOpenedBy(id, opened));
  const defined = figure ? ([[t(`figures:names.${figure}`), t(`figures:help.${figure}`)]] as const) : [];
  return tableOf(actor, { ...listed, command: "dashboard.exportRows", defined, asked: askedInWords(actor, asked) });
}

/** The offices, days and filters that an address asks for. Throws NotFoundError where totals alone may be seen. */
export function resolveRows(actor: Actor, query: DashboardQuery): DashboardAsked {
  const asked = resolveDashboard(actor, query);
  if (!asked.isDetailed) throw new NotFoundError("figureRows");
  return asked;
}

/** Every row of a list that is read page after page. */
export const everyRow = <T>(read: (page: RowsPage) => { rows: readonly T[]; next: string | undefined }): AsyncGenerator<T> =>
  everyPage((after: string | undefined) => read({ after, size: rowsAtOnce }));

/** The reader's words, those of the dashboard's columns shortly. */
export function columnWords({ locale }: Actor) {
  const t = translator(locale);
  return { t, column: (key: keyof Catalogue["dashboard"]["columns"]) => t(`dashboard:columns.${key}`) };
}

function isOpenedBy(id: FigureKey, opened: FigureRows): boolean {
  return JSON.stringify(definitionOf(id).rows) === JSON.stringify(opened);
}
