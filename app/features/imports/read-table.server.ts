import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { RuleError } from "~/lib/errors";
import { cleanText } from "~/lib/json-values";
import { isFollowUpTitle } from "./columns.model";
import { fileBytes, fileKind } from "./file-parts.server";
import { openJsonTable } from "./json-table.server";
import { type ReadLimits, readLimits } from "./read-limits";
import { titlePlace, titlesOf } from "./table";
import { workbookCells } from "./workbook.server";

export interface TableRow {
  /** Its place in the sheet, titles included: what a spreadsheet program shows beside it. */
  line: number;
  cells: string[];
}

export interface OpenTable {
  /** Titles, each once: a repeated one gets « (2) », an empty one « Colonne 3 ». */
  columns: string[];
  rows: AsyncIterable<TableRow>;
  /** A workbook whose days are counted from 1904. */
  isFrom1904?: boolean;
}

/** A CSV file, a workbook's first filled sheet, or flat objects of an unknown form, as titles and rows; nothing is held but the titles. */
export async function openTable(path: string, limits: ReadLimits = readLimits): Promise<OpenTable> {
  const kind = await fileKind(path, limits);
  if (kind === "json") return openJsonTable(path, limits);
  if (kind !== "table" && kind !== "workbook") throw new RuleError("importUnknownFormat");
  if (kind === "table") return underTitles(numbered(csvRows(path, limits)), limits);
  const { rows, isFrom1904 } = await workbookCells(path, limits);
  return { ...(await underTitles(numbered(rows), limits)), isFrom1904 };
}

async function underTitles(rows: AsyncGenerator<TableRow>, limits: ReadLimits): Promise<OpenTable> {
  const head: TableRow[] = [];
  while (head.length < 15) {
    const next = await rows.next();
    if (next.done) break;
    head.push(next.value);
  }
  const place = titlePlace(
    head.map((row) => row.cells),
    isFollowUpTitle,
  );
  const below = head.slice(place + 1);
  if (below.length === 0) throw new RuleError("importEmpty");
  return { columns: titlesOf(head[place]?.cells ?? []), rows: limited(below, rows, limits) };
}

async function* limited(head: TableRow[], rest: AsyncGenerator<TableRow>, limits: ReadLimits): AsyncGenerator<TableRow> {
  yield* head;
  let count = head.length;
  for await (const row of rest) {
    count += 1;
    if (count > limits.objects) throw new RuleError("importTooManyRecords", { count: limits.objects });
    yield row;
  }
}

async function* numbered(rows: Iterable<string[]> | AsyncIterable<string[]>): AsyncGenerator<TableRow> {
  let line = 0;
  for await (const cells of rows) {
    line += 1;
    if (cells.some((cell) => cell !== "")) yield { line, cells };
  }
}

/** The text of a whole file, for the formats that are read at once. */
export async function wholeText(path: string, limits: ReadLimits, bytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let count = 0;
  for await (const chunk of fileBytes(path, limits)) {
    count += chunk.length;
    if (count > bytes) throw new RuleError("importZipTooLarge");
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  return new TextDecoder(encodingOf(whole)).decode(whole);
}

/**
 * The rows of a CSV file, empty ones too, whatever its separator (; , tab |) and encoding (UTF-8, UTF-16, Windows-1252).
 * Excel's hint in a first line (`sep=;`) tells the separator and is an empty row.
 */
export async function* csvRows(path: string, limits: ReadLimits): AsyncGenerator<string[]> {
  const head = await headOf(path, limits);
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding).decode(head);
  const hint = hintOf(text);
  const parser = parse({
    delimiter: hint ?? delimiterOf(text),
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: 2 ** 20,
  });
  const source = Readable.from(decoded(path, encoding, limits));
  source.once("error", (error) => parser.destroy(error)).pipe(parser);
  let isHint = hint !== undefined;
  try {
    for await (const row of parser) {
      yield isHint ? [] : cellsOf(row);
      isHint = false;
    }
  } catch (error) {
    throw error instanceof RuleError ? error : new RuleError("importTableBroken");
  } finally {
    source.destroy();
    parser.destroy();
  }
}

const cellsOf = (row: unknown): string[] => (Array.isArray(row) ? row.map((cell) => cleanText(String(cell))) : []);

async function* decoded(path: string, encoding: string, limits: ReadLimits): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of fileBytes(path, limits)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function headOf(path: string, limits: ReadLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of fileBytes(path, limits)) {
    chunks.push(chunk);
    if (chunks.length >= 4) break;
  }
  return Buffer.concat(chunks);
}

/** A text that is no UTF-8 (its last, perhaps cut, sign apart) was written by an old Windows program. */
function encodingOf(head: Buffer): string {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** The separator that Excel writes before the titles. */
const hintOf = (text: string): string | undefined => /^"?sep=([^\r\n])"?[;,\t|]*\r?\n/i.exec(text)?.[1];

/** The sign met most, out of quotes, in the first lines. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r?\n/)
    .slice(0, 5)
    .join("\n");
  const counts = [";", ",", "\t", "|"].map((sign) => ({ sign, count: lines.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
