import { type Cell, toCsv } from "~/lib/csv";
import { type ColumnType, toXlsx } from "~/lib/xlsx.server";

/** A table of a page of figures as a file takes it: numbers as numbers, a share from 0 to 1. */
export interface FigureTable {
  name: string;
  /** What its sheet is called, where the name is longer than a spreadsheet takes. */
  sheet?: string;
  head: string[];
  rows: Cell[][];
  /** By column, where not a text or a plain number. */
  types?: Partial<Record<number, ColumnType>>;
}

/** All of them as one CSV, a line a cell: table, row, column, value. */
export function tablesAsCsv(heads: readonly string[], tables: readonly FigureTable[]): string {
  const rows = tables.flatMap(({ name, head, rows }) =>
    rows.flatMap(([label = null, ...cells]) => cells.map((cell, place): Cell[] => [name, label, head[place + 1] ?? "", cell])),
  );
  return toCsv([...heads], rows);
}

/** The same as a workbook, a sheet a table. */
export function tablesAsXlsx(tables: readonly FigureTable[]): Promise<Buffer> {
  return toXlsx(
    tables.map(({ name, sheet = name, head, rows, types = {} }) => ({
      name: sheet,
      columns: head.map((title, place) => ({ title, width: place === 0 ? 34 : 22, type: types[place] ?? "text" })),
      rows,
    })),
  );
}

/** A part of a whole, from 0 to 1 with three decimals; empty of nothing. */
export const partOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;

/** Minutes become hours with two decimals. */
export const inHours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
