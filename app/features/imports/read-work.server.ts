import type { EstablishmentKind } from "~/lib/vocabulary";
import type { TableSample } from "./columns.model";
import { type FileKind, fileBytes, fileKind } from "./file-parts.server";
import { jsonParts } from "./json-parts.server";
import type { ReadResult } from "./model";
import { isPublishedCsv, readBatches } from "./read-file.server";
import { readLimits } from "./read-limits";
import { openTable, type TableRow } from "./read-table.server";
import { readObject } from "./readers/object";
import { type ColumnMapping, proposeMapping } from "./table";

/** What is asked of a file: its records; a table's rows as they stand; or its titles, when a person must say what they are. */
export type ReadTask =
  | { kind: "records"; path: string; mapping?: ColumnMapping; defaultKind?: EstablishmentKind | undefined }
  | { kind: "rows"; path: string }
  | { kind: "sample"; path: string };

/** What the reading of a file answers, piece by piece. */
export type ReadPiece =
  | ({ kind: "records" } & ReadResult)
  | { kind: "rows"; columns: string[]; rows: TableRow[]; isFrom1904?: boolean }
  | { kind: "sample"; sample: TableSample | null };

/** Does what is asked of a file, a piece at a time; throws a RuleError for a file that cannot be read. */
export async function* workOn(task: ReadTask): AsyncGenerator<ReadPiece> {
  if (task.kind === "sample") yield { kind: "sample", sample: await sampleOf(task.path) };
  else if (task.kind === "rows") yield* rowsOf(task.path);
  else for await (const batch of readBatches(task.path, task)) yield { kind: "records", ...batch };
}

async function* rowsOf(path: string): AsyncGenerator<ReadPiece> {
  const { columns, rows, isFrom1904 = false } = await openTable(path);
  let batch: TableRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < 250) continue;
    yield { kind: "rows", columns, rows: batch, isFrom1904 };
    batch = [];
  }
  yield { kind: "rows", columns, rows: batch, isFrom1904 };
}

const exampleRows = 3;

/** Objects that tell a name and something else are listings; others are no table of ours. */
const isNamedTable = (columns: readonly string[]): boolean => columns.length > 1 && proposeMapping(columns).name !== undefined;

/** The titles and first rows of a table that no reader knows by itself; null where a reader does. */
async function sampleOf(path: string): Promise<TableSample | null> {
  const kind = await fileKind(path, readLimits);
  if (!(await isToMap(path, kind))) return null;
  const { columns, rows } = await openTable(path);
  if (kind === "json" && !isNamedTable(columns)) return null;
  const examples: string[][] = [];
  for await (const row of rows) {
    examples.push(columns.map((_, place) => (row.cells[place] ?? "").slice(0, 120)));
    if (examples.length === exampleRows) break;
  }
  return { columns, examples };
}

async function isToMap(path: string, kind: FileKind): Promise<boolean> {
  if (kind === "table") return !(await isPublishedCsv(path, readLimits));
  return kind === "workbook" || (kind === "json" && (await isUnknownJson(path)));
}

/** Flat objects of which no reader makes anything with a name: a syndication with fields of its own. */
async function isUnknownJson(path: string): Promise<boolean> {
  let count = 0;
  for await (const part of jsonParts(fileBytes(path, readLimits), readLimits.objectBytes)) {
    if (!part.isWhole || isKnownObject(part.text)) return false;
    count += 1;
    if (count === 20) break;
  }
  return count > 0;
}

function isKnownObject(text: string): boolean {
  try {
    const record = readObject(JSON.parse(text));
    return record !== null && record.name !== "";
  } catch {
    return true;
  }
}
