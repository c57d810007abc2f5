import { RuleError } from "~/lib/errors";
import { baseName, readSideFiles } from "./apidae-references.server";
import { type FileKind, fileKind, partsOf } from "./file-parts.server";
import { jsonParts } from "./json-parts.server";
import type { ImportRecord, ReadResult } from "./model";
import { type ReadLimits, readLimits } from "./read-limits";
import { type ApidaeReferences, noReferences } from "./readers/apidae";
import { malformedRecord } from "./readers/draft";
import { readObject } from "./readers/object";

export interface ReadOptions {
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
  for await (const record of recordsOf({ path, kind, limits, references: side.references })) {
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
}

async function* recordsOf({ path, kind, limits, references }: FileContext): AsyncGenerator<ImportRecord> {
  const isBundle = kind === "zip" || kind === "folder";
  for await (const part of partsOf(path, kind, limits)) {
    if (!isBundle || !isSideFile(part.name)) yield* recordsOfJson(part.bytes, { name: part.name, limits, references });
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
