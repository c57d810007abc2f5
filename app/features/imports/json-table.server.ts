import { RuleError } from "~/lib/errors";
import { cleanText, isObject } from "~/lib/json-values";
import { fileBytes } from "./file-parts.server";
import { jsonParts } from "./json-parts.server";
import type { ReadLimits } from "./read-limits";
import type { OpenTable, TableRow } from "./read-table.server";

/** So many objects tell which fields there are. */
const sampled = 200;

/** Objects of a form that no reader knows (a syndication with fields of its own), a column for each of their fields. */
export async function openJsonTable(path: string, limits: ReadLimits): Promise<OpenTable> {
  const titles = new Set<string>();
  let count = 0;
  for await (const fields of flatObjects(path, limits)) {
    for (const title of fields.keys()) titles.add(title);
    count += 1;
    if (count === sampled) break;
  }
  if (titles.size === 0) throw new RuleError("importUnknownFormat");
  const columns = [...titles];
  return { columns, rows: rowsOf(flatObjects(path, limits), columns, limits) };
}

async function* rowsOf(
  objects: AsyncIterable<Map<string, string>>,
  columns: string[],
  limits: ReadLimits,
): AsyncGenerator<TableRow> {
  let line = 0;
  for await (const fields of objects) {
    line += 1;
    if (line > limits.objects) throw new RuleError("importTooManyRecords", { count: limits.objects });
    yield { line, cells: columns.map((title) => fields.get(title) ?? "") };
  }
}

async function* flatObjects(path: string, limits: ReadLimits): AsyncGenerator<Map<string, string>> {
  for await (const part of jsonParts(fileBytes(path, limits), limits.objectBytes)) {
    const fields = new Map<string, string>();
    if (part.isWhole) flatten(parsed(part.text), [], fields);
    if (fields.size > 0) yield fields;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `{ adresse: { ville } }` → « adresse.ville »; what a list holds stands in one cell. */
function flatten(value: unknown, path: string[], fields: Map<string, string>): void {
  if (path.length > 4 || fields.size > 300) return;
  if (Array.isArray(value)) flattenList(value, path, fields);
  else if (isObject(value)) for (const [name, inner] of Object.entries(value)) flatten(inner, [...path, name], fields);
  else if (value !== null && value !== undefined && path.length > 0) fields.set(path.join("."), cleanText(String(value)));
}

function flattenList(values: unknown[], path: string[], fields: Map<string, string>): void {
  const texts = values.filter((one) => typeof one === "string" || typeof one === "number").map(String);
  if (texts.length > 0) fields.set(path.join("."), cleanText(texts.join(", ")));
  else flatten(values[0], path, fields);
}
