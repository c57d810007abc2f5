import { get, isObject, list, text, texts } from "~/lib/json-values";
import type { ReadLimits } from "./read-limits";
import type { ApidaeReferences } from "./readers/apidae";
import type { ZipPart } from "./zip.server";

export interface SideFiles {
  references: ApidaeReferences;
  deletedIds: string[];
}

/** The side files of an APIDAE export, which may stand before or after its objects. */
export async function readSideFiles(parts: AsyncIterable<ZipPart>, limits: ReadLimits): Promise<SideFiles> {
  const found = new Map<string, unknown[]>();
  for await (const part of parts) {
    const name = baseName(part.name);
    if (sideFiles.has(name)) found.set(name, [...(found.get(name) ?? []), await wholeJson(part, limits)]);
  }
  const rows = (name: string) => (found.get(name) ?? []).flatMap(list);
  return {
    references: {
      communes: byId(rows("communes.json"), communeOf),
      labels: byId(rows("elements_reference.json"), (row) => text(get(row, "libelleFr"))),
    },
    deletedIds: [...new Set((found.get("objets_supprimes.json") ?? []).flatMap(idsIn))],
  };
}

export function baseName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

const sideFiles = new Set(["communes.json", "elements_reference.json", "objets_supprimes.json"]);

function byId<T>(rows: readonly unknown[], read: (row: unknown) => T | null): Map<string, T> {
  const found = new Map<string, T>();
  for (const row of rows) {
    const [id, value] = [text(get(row, "id")), read(row)];
    if (id !== null && value !== null) found.set(id, value);
  }
  return found;
}

function communeOf(row: unknown) {
  return { code: text(get(row, "code")), name: text(get(row, "nom")), postcode: text(get(row, "codePostal")) };
}

/** `[123]`, `[{"id": 123}]`, or the same under a name. */
function idsIn(value: unknown): string[] {
  const rows = isObject(value) ? Object.values(value).flatMap(list) : list(value);
  return rows.flatMap((row) => texts(isObject(row) ? get(row, "id") : row));
}

/** A side file is read whole; one that is too long or no JSON tells nothing. */
async function wholeJson(part: ZipPart, limits: ReadLimits): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of part.bytes) {
    bytes += chunk.length;
    if (bytes > limits.objectBytes * 4) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(
      Buffer.concat(chunks)
        .toString("utf8")
        .replace(/^\ufeff/, ""),
    );
  } catch {
    return null;
  }
}
