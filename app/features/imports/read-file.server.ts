import { RuleError } from "~/lib/errors";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { readXml, XmlError } from "~/lib/xml";
import { baseName, readSideFiles } from "./apidae-references.server";
import { type FileKind, fileKind, partsOf } from "./file-parts.server";
import { jsonParts } from "./json-parts.server";
import type { ImportRecord, ReadResult } from "./model";
import { type ReadLimits, readLimits } from "./read-limits";
import { csvRows, openTable, wholeText } from "./read-table.server";
import { type ApidaeReferences, noReferences } from "./readers/apidae";
import { isDatatourismeCsv, readDatatourismeRow } from "./readers/datatourisme-csv";
import { malformedRecord } from "./readers/draft";
import { leiProducts, readLei } from "./readers/lei";
import { readObject } from "./readers/object";
import { recordReader } from "./records-from-table";
import { type ColumnMapping, proposeMapping } from "./table";

export interface ReadOptions {
  /** For a spreadsheet; without it the titles' own suggestion is followed. */
  mapping?: ColumnMapping;
  defaultKind?: EstablishmentKind | undefined;
  /** What is already known of a table with these titles. */
  mappingFor?: (titles: readonly string[]) => { columns: ColumnMapping; defaultKind?: EstablishmentKind | undefined } | undefined;
  limits?: Partial<ReadLimits>;
}

const batchSize = 250;

/** Reads a whole file or folder at once; see `readBatches`. */
export async function readImportFile(path: string, options: ReadOptions = {}): Promise<ReadResult> {
  const whole: ReadResult = { records: [], deletedIds: [] };
  for await (const batch of readBatches(path, options)) {
    for (const record of batch.records) whole.records.push(record);
    whole.deletedIds.push(...batch.deletedIds);
  }
  return whole;
}

/**
 * Reads a file or a folder of a tourist information system, or a spreadsheet, into records, a few hundred at a time.
 * A broken object among good ones is one `malformed` record. A file that cannot be read at all throws a RuleError.
 */
export async function* readBatches(path: string, options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  const limits = { ...readLimits, ...options.limits };
  const kind = await fileKind(path, limits);
  const isBundle = kind === "zip" || kind === "folder";
  const side = isBundle ? await readSideFiles(partsOf(path, kind, limits), limits) : { references: noReferences, deletedIds: [] };
  const hasDeletions = side.deletedIds.length > 0;
  let batch: ReadResult = { records: [], deletedIds: side.deletedIds };
  let count = 0;
  for await (const record of checked(recordsOf({ path, kind, limits, references: side.references, options }), hasDeletions)) {
    count += 1;
    if (count > limits.objects) throw new RuleError("importTooManyRecords", { count: limits.objects });
    batch.records.push(record);
    if (batch.records.length < batchSize) continue;
    yield batch;
    batch = { records: [], deletedIds: [] };
  }
  yield batch;
}

/** A file of which nothing could be read is refused; what was broken in a good one is counted with its source. */
async function* checked(records: AsyncGenerator<ImportRecord>, hasDeletions: boolean): AsyncGenerator<ImportRecord> {
  const { broken, first } = await untilFirst(records);
  if (!first && !hasDeletions) throw new RuleError(broken.length > 0 ? "importUnknownFormat" : "importEmpty");
  const source = first?.source ?? "apidae";
  const named = (record: ImportRecord) => (record.skip === "malformed" ? { ...record, source } : record);
  yield* broken.map(named);
  if (!first) return;
  yield first;
  for (let next = await records.next(); !next.done; next = await records.next()) yield named(next.value);
}

/** The first object that could be read, and those before it. */
async function untilFirst(records: AsyncGenerator<ImportRecord>): Promise<{ broken: ImportRecord[]; first?: ImportRecord }> {
  const broken: ImportRecord[] = [];
  for (let next = await records.next(); !next.done; next = await records.next()) {
    if (next.value.skip !== "malformed") return { broken, first: next.value };
    broken.push(next.value);
    if (broken.length > tooManyBroken) break;
  }
  return { broken };
}

/** So many objects that nobody can read, and none before them: the file is of no known form. */
const tooManyBroken = 10_000;

interface FileContext {
  path: string;
  kind: FileKind;
  limits: ReadLimits;
  references: ApidaeReferences;
  options: ReadOptions;
}

async function* recordsOf(file: FileContext): AsyncGenerator<ImportRecord> {
  if (file.kind === "xml") yield* recordsOfLei(file.path, file.limits);
  else if (file.kind === "table" || file.kind === "workbook") yield* recordsOfTable(file);
  else if (file.kind === "json" && file.options.mapping) yield* recordsOfSheet(file.path, file.limits, file.options);
  else yield* recordsOfJsonParts(file);
}

async function* recordsOfJsonParts({ path, kind, limits, references }: FileContext): AsyncGenerator<ImportRecord> {
  const isBundle = kind === "zip" || kind === "folder";
  let isOfSystem = !isBundle;
  for await (const part of partsOf(path, kind, limits)) {
    if (isBundle && isSideFile(part.name)) {
      isOfSystem ||= sideFiles.has(baseName(part.name));
      continue;
    }
    isOfSystem = true;
    yield* recordsOfJson(part.bytes, { name: part.name, limits, references });
  }
  // A zipped table, an OpenDocument sheet (an archive too): nothing in it is for us.
  if (!isOfSystem) throw new RuleError("importNoListingFiles");
}

/** The CSV that DATAtourisme publishes, row by row; any other table by its mapping, or the one that its titles suggest. */
async function* recordsOfTable({ path, kind, limits, options }: FileContext): AsyncGenerator<ImportRecord> {
  const isPublished = kind === "table" && !options.mapping && (await isPublishedCsv(path, limits));
  if (isPublished) yield* recordsOfPublishedCsv(path, limits);
  else yield* recordsOfSheet(path, limits, options);
}

/** Is this table the CSV that DATAtourisme publishes? */
export async function isPublishedCsv(path: string, limits: ReadLimits): Promise<boolean> {
  for await (const row of csvRows(path, limits)) if (isFilled(row)) return isDatatourismeCsv(row);
  return false;
}

const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell !== "");

async function* recordsOfPublishedCsv(path: string, limits: ReadLimits): AsyncGenerator<ImportRecord> {
  let columns: string[] | undefined;
  for await (const row of csvRows(path, limits)) {
    if (columns && isFilled(row)) yield readDatatourismeRow(columns, row);
    else if (isFilled(row)) columns = row;
  }
}

async function* recordsOfSheet(path: string, limits: ReadLimits, options: ReadOptions): AsyncGenerator<ImportRecord> {
  const { columns, rows, isFrom1904 = false } = await openTable(path, limits);
  const known = options.mappingFor?.(columns);
  const mapping = options.mapping ?? known?.columns ?? proposeMapping(columns);
  if (mapping.name === undefined) throw new RuleError("importNeedsMapping");
  const read = recordReader(columns, mapping, { ...(known ?? options), isFrom1904 });
  for await (const row of rows) yield read(row.cells);
}

async function* recordsOfLei(path: string, limits: ReadLimits): AsyncGenerator<ImportRecord> {
  const source = await wholeText(path, limits, limits.objectBytes * 8);
  try {
    yield* leiProducts(readXml(source)).map(readLei);
  } catch (error) {
    throw error instanceof XmlError ? new RuleError(error.reason === "doctype" ? "importXmlDoctype" : "importXmlBroken") : error;
  }
}

interface PartContext {
  name: string;
  limits: ReadLimits;
  references: ApidaeReferences;
}

async function* recordsOfJson(
  bytes: AsyncIterable<Buffer>,
  { name, limits, references }: PartContext,
): AsyncGenerator<ImportRecord> {
  let place = 0;
  for await (const part of jsonParts(bytes, limits.objectBytes)) {
    place += 1;
    const record = part.isWhole ? readText(part.text, references) : null;
    yield record ?? malformedRecord("datatourisme", placeName(name, place));
  }
}

/** Where a person finds it: the file of the archive, its rank in the file. */
function placeName(name: string, place: number): string {
  if (name === "") return `n° ${place}`;
  return place > 1 ? `${name} n° ${place}` : name;
}

function readText(text: string, references: ApidaeReferences): ImportRecord | null {
  try {
    return readObject(JSON.parse(text), references);
  } catch {
    return null;
  }
}

/** What an export or a flux holds beside its objects. */
function isSideFile(name: string): boolean {
  return sideFiles.has(baseName(name)) || name.includes("objets_lies/") || !/\.(?:json|jsonld|geojson)$/i.test(name);
}

const sideFiles = new Set([
  ...["context.jsonld", "index.json", "communes.json", "elements_reference.json", "objets_supprimes.json"],
  ...["criteres_internes.json", "selections.json", "territoires.json", "membres.json"],
]);
