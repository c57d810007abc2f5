import { RuleError } from "~/lib/errors";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { baseName, readSideFiles } from "./apidae-references.server";
import { type FileKind, fileKind, partsOf } from "./file-parts.server";
import { jsonParts } from "./json-parts.server";
import type { ImportRecord, ReadResult } from "./model";
import { type ReadLimits, readLimits } from "./read-limits";
import { csvRows, readTable, wholeText } from "./read-table.server";
import { type ApidaeReferences, noReferences } from "./readers/apidae";
import { isDatatourismeCsv, readDatatourismeRow } from "./readers/datatourisme-csv";
import { malformedRecord } from "./readers/draft";
import { leiProducts, readLei } from "./readers/lei";
import { readObject } from "./readers/object";
import { readXml, XmlError } from "./readers/xml";
import { recordsFromTable } from "./records-from-table";
import type { ColumnMapping } from "./table";

export interface ReadOptions {
  /** For a spreadsheet; without it the titles' own suggestion is followed. */
  mapping?: ColumnMapping;
  defaultKind?: EstablishmentKind;
  limits?: Partial<ReadLimits>;
  /** Called now and then with the records read so far. */
  onProgress?: (done: number) => void;
}

/**
 * Reads a file or a folder of a tourist information system, or a spreadsheet, into records.
 * A broken object among good ones is one `malformed` record. A file that cannot be read at all throws a RuleError.
 */
export async function readImportFile(path: string, options: ReadOptions = {}): Promise<ReadResult> {
  const limits = { ...readLimits, ...options.limits };
  const kind = await fileKind(path, limits);
  const isBundle = kind === "zip" || kind === "folder";
  const side = isBundle ? await readSideFiles(partsOf(path, kind, limits), limits) : { references: noReferences, deletedIds: [] };
  const records: ImportRecord[] = [];
  for await (const record of recordsOf({ path, kind, limits, references: side.references, options })) {
    records.push(record);
    if (records.length > limits.objects) throw new RuleError("importTooManyRecords", { count: limits.objects });
    if (records.length % 500 === 0) options.onProgress?.(records.length);
  }
  return checked({ records, deletedIds: side.deletedIds });
}

/** A file of which nothing could be read is refused; what was broken in a good one is counted with its source. */
function checked({ records, deletedIds }: ReadResult): ReadResult {
  const known = records.find((record) => record.skip !== "malformed");
  if (!known && deletedIds.length === 0) throw new RuleError(records.length > 0 ? "importUnknownFormat" : "importEmpty");
  const source = known?.source ?? "apidae";
  return { records: records.map((one) => (one.skip === "malformed" ? { ...one, source } : one)), deletedIds };
}

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
  else yield* recordsOfJsonParts(file);
}

async function* recordsOfJsonParts({ path, kind, limits, references }: FileContext): AsyncGenerator<ImportRecord> {
  const isBundle = kind === "zip" || kind === "folder";
  for await (const part of partsOf(path, kind, limits)) {
    if (!isBundle || !isSideFile(part.name)) yield* recordsOfJson(part.bytes, { name: part.name, limits, references });
  }
}

/** The CSV that DATAtourisme publishes, row by row; any other table by its mapping, or the one that its titles suggest. */
async function* recordsOfTable({ path, kind, limits, options }: FileContext): AsyncGenerator<ImportRecord> {
  let columns: string[] | null = null;
  for await (const row of kind === "table" ? csvRows(path, limits) : []) {
    if (columns) yield readDatatourismeRow(columns, row);
    else if (isDatatourismeCsv(row)) columns = row;
    else break;
  }
  if (!columns) yield* recordsOfSheet(path, limits, options);
}

async function* recordsOfSheet(path: string, limits: ReadLimits, options: ReadOptions): AsyncGenerator<ImportRecord> {
  const { table, proposed } = await readTable(path, limits);
  const mapping = options.mapping ?? proposed;
  if (mapping.name === undefined) throw new RuleError("importNeedsMapping");
  yield* recordsFromTable(table, mapping, options);
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
