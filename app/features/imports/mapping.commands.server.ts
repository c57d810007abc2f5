import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { db } from "~/db/client.server";
import { importMappings } from "~/db/schema/imports.server";
import { enqueue } from "~/jobs/queue.server";
import { RuleError } from "~/lib/errors";
import { changing, type Import, refuseWhileBusy } from "./changing.server";
import { type Columns, findProblem, type TableMapping } from "./columns.model";
import { type MappingInput, parseMapping, parseSample } from "./mapping.form";
import { jobKind } from "./rows.model";
import { forgetRecords, type ImportRow, setImport } from "./stored.server";

/**
 * Reads a table with the columns that a person gave; remembered for the office's next file of the same titles.
 * Throws RuleError `columnMissing`, `columnTwice` with the field, `importState`, `importBusy`.
 */
export function mapImport(actor: Actor, row: Import, input: MappingInput): void {
  changing(actor, row)({ name: "import.map", input }, (current, now) => {
    if (current.sample === null || (current.state !== "to_map" && current.state !== "to_review"))
      throw new RuleError("importState");
    if (input.content === "past_sessions" && !can(actor, "coaching.log", row)) throw new RuleError("importNotYours");
    refuseWhileBusy(row.ownerId, row.id);
    const titles = parseSample(current.sample).columns;
    const mapping = mappingOf(titles, input);
    rememberMapping(row.ownerId, titles, { mapping, at: now });
    startReading(current, mapping);
  });
}

/** Back to the columns, for a file that went straight to its review. */
export function askColumnsAgain(actor: Actor, row: Import): void {
  changing(actor, row)({ name: "import.remap", input: null }, (current) => {
    if (current.state !== "to_review" || current.sample === null) throw new RuleError("importState");
    forgetRecords(row.id);
    setImport(row.id, { state: "to_map", content: "listings", error: null });
  });
}

/** Asks for the reading of a table whose columns are known. */
export function startReading(imported: ImportRow, mapping: TableMapping): void {
  const { content } = mapping;
  setImport(imported.id, {
    content,
    mapping: JSON.stringify(mapping),
    state: "reading",
    done: 0,
    total: null,
    error: null,
  });
  const kind = jobKind(content, "read");
  enqueue({ kind, payload: { importId: imported.id }, dedupeKey: `${kind} ${imported.id}` });
}

/** What an office said of the last table with these titles; undefined when it never had one. */
export function findRememberedMapping(ownerId: string, titles: readonly string[]): TableMapping | undefined {
  const kept = db()
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(and(eq(importMappings.ownerId, ownerId), eq(importMappings.titles, hashOf(titles))))
    .get();
  return kept && parseMapping(kept.mapping);
}

function rememberMapping(ownerId: string, titles: readonly string[], kept: { mapping: TableMapping; at: number }): void {
  const values = { mapping: JSON.stringify(kept.mapping), keptAt: kept.at };
  db()
    .insert(importMappings)
    .values({ ownerId, titles: hashOf(titles), ...values })
    .onConflictDoUpdate({ target: [importMappings.ownerId, importMappings.titles], set: values })
    .run();
}

function mappingOf(titles: readonly string[], input: MappingInput): TableMapping {
  const columns: Columns = {};
  for (const [place, field] of input.columns.entries()) {
    const title = titles[place];
    if (field !== "" && title !== undefined) columns[field] = title;
  }
  const mapping = { content: input.content, columns, defaultKind: input.defaultKind, year: input.year };
  const problem = findProblem(mapping, input.columns);
  if (problem) throw new RuleError(problem.key, { field: problem.field }, "columns");
  return mapping;
}

const hashOf = (titles: readonly string[]): string => createHash("sha256").update(JSON.stringify(titles)).digest("hex");
