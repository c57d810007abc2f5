import { Readable } from "node:stream";
import { parse } from "csv-parse";
import readXlsxFile from "read-excel-file/node";
import { RuleError } from "~/lib/errors";
import { cleanText } from "~/lib/json-values";
import { fileBytes, fileKind } from "./file-parts.server";
import { type ReadLimits, readLimits } from "./read-limits";
import { type ColumnMapping, proposeMapping, type Table, tableOf } from "./table";
import { zipParts } from "./zip.server";

export interface ReadTable {
  table: Table;
  proposed: ColumnMapping;
}

/** A CSV file or a workbook's first filled sheet as a table, with the mapping its titles suggest. */
export async function readTable(path: string, limits: ReadLimits = readLimits): Promise<ReadTable> {
  const kind = await fileKind(path, limits);
  if (kind !== "table" && kind !== "workbook") throw new RuleError("importUnknownFormat");
  const table = tableOf(kind === "workbook" ? await workbookCells(path, limits) : await csvCells(path, limits));
  if (table.rows.length === 0) throw new RuleError("importEmpty");
  return { table, proposed: proposeMapping(table.columns) };
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

async function csvCells(path: string, limits: ReadLimits): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of csvRows(path, limits)) {
    rows.push(row);
    if (rows.length > limits.objects) throw new RuleError("importTooManyRecords", { count: limits.objects });
  }
  return rows;
}

/** The rows of a CSV file, whatever its separator (; , tab |) and encoding (UTF-8, UTF-16, Windows-1252). */
export async function* csvRows(path: string, limits: ReadLimits): AsyncGenerator<string[]> {
  const head = await headOf(path, limits);
  const encoding = encodingOf(head);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(head));
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 2 ** 20,
  });
  const source = Readable.from(decoded(path, encoding, limits));
  source.once("error", (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const row of parser) if (Array.isArray(row)) yield row.map((cell) => cleanText(String(cell)));
  } catch (error) {
    throw error instanceof RuleError ? error : new RuleError("importTableBroken");
  } finally {
    source.destroy();
    parser.destroy();
  }
}

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
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

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

/** The first sheet with rows, after its parts were unfolded under the limits and found free of a DOCTYPE (ASVS 1.5.1). */
async function workbookCells(path: string, limits: ReadLimits): Promise<string[][]> {
  await checkWorkbook(path, { ...limits, entries: 5_000, unpackedBytes: Math.min(limits.unpackedBytes, 256 * 1024 ** 2) });
  try {
    const sheets = await readXlsxFile(path);
    const filled = sheets.find((sheet) => sheet.data.length > 1) ?? sheets[0];
    return (filled?.data ?? []).map((row) => row.map(cellText));
  } catch {
    throw new RuleError("importTableBroken");
  }
}

async function checkWorkbook(path: string, limits: ReadLimits): Promise<void> {
  for await (const part of zipParts(path, limits)) {
    let head = "";
    for await (const chunk of part.bytes) if (head.length < 4096) head += chunk.toString("latin1");
    if (/<!DOCTYPE|<!ENTITY/i.test(head)) throw new RuleError("importXmlDoctype");
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return cleanText(String(cell));
}
