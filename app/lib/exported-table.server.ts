import { type Cell, streamCsv } from "./csv";
import { type Sheet, streamXlsx } from "./xlsx.server";

export type TableFormat = "csv" | "xlsx";

/** A list ready to leave as a file; its rows are read only as the file is. */
export interface ExportedTable {
  /** Without its ending. */
  name: string;
  /** Rows of the list, for the progress. */
  total: number;
  csv(): { head: string[]; rows: AsyncIterable<readonly Cell[]> };
  /** The list first. */
  sheets(): Sheet[];
}

/** The file's bytes, made as they are taken. */
export function streamTable(table: ExportedTable, format: TableFormat): AsyncGenerator<Uint8Array> {
  if (format === "xlsx") return streamXlsx(table.sheets());
  const { head, rows } = table.csv();
  return streamCsv(head, rows);
}

/** Rows in parts small enough for other requests to pass between two of them. */
export async function* inParts<T, R>(list: readonly T[], size: number, read: (part: readonly T[]) => R[]): AsyncGenerator<R> {
  for (let start = 0; start < list.length; start += size) {
    yield* read(list.slice(start, start + size));
    await letOthersPass();
  }
}

export const letOthersPass = () => new Promise<void>((done) => setImmediate(done));
