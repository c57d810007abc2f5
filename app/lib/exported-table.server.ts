import { type Cell, streamCsv } from "./csv";
import { type Sheet, streamXlsx } from "./xlsx.server";

export type TableFormat = "csv" | "xlsx";

/** A list ready to leave as a file; its rows are read only as the file is. */
export interface ExportedTable {
  /** Without its ending. */
  name: string;
  /** Rows of the list, for the progress. */
  total: number;
  /** Written to the audit as the file leaves. */
  note(): void;
  csv(): { head: string[]; rows: AsyncIterable<readonly Cell[]> };
  /** The list first. */
  sheets(): Sheet[];
}

/** The file's bytes, made as they are taken; `tell` hears how many of its rows are done. */
export function streamTable(
  table: ExportedTable,
  format: TableFormat,
  tell: (done: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  table.note();
  if (format === "csv") {
    const { head, rows } = table.csv();
    return streamCsv(head, counted(rows, tell));
  }
  return streamXlsx(table.sheets().map((sheet, place) => (place === 0 ? { ...sheet, rows: counted(sheet.rows, tell) } : sheet)));
}

async function* counted<T>(rows: Iterable<T> | AsyncIterable<T>, tell: (done: number) => void): AsyncGenerator<T> {
  let done = 0;
  for await (const row of rows) {
    yield row;
    done += 1;
    if (done % 250 === 0) tell(done);
  }
}

/** Rows in parts small enough for other requests to pass between two of them. */
export async function* inParts<T, R>(list: readonly T[], size: number, read: (part: readonly T[]) => R[]): AsyncGenerator<R> {
  for (let start = 0; start < list.length; start += size) {
    yield* read(list.slice(start, start + size));
    await letOthersPass();
  }
}

export const letOthersPass = () => new Promise<void>((done) => setImmediate(done));
