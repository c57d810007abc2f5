import { setImmediate } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { db, sqlite } from "~/db/client.server";
import { importRecords } from "~/db/schema/imports.server";
import type { RuleError } from "~/lib/errors";
import type { ReadResult } from "./model";
import type { Proposal } from "./plan.model";
import { openPlanner, type PlannedRecord } from "./planner.server";
import { decodePlan, encodePlan, findImportRow, insertRecord, setImport, setRecord } from "./stored.server";

const batch = { rows: 200, ms: 20 };

/**
 * Plans what was read and keeps it for the review, a batch a transaction, with the progress; begins
 * anew when it was cut short. Resolves to false when the import was given up meanwhile.
 */
export async function storeReading(importId: string, { records, deletedIds }: ReadResult): Promise<boolean> {
  const row = findImportRow(importId);
  if (!row) return false;
  db().delete(importRecords).where(eq(importRecords.importId, importId)).run();
  setImport(importId, { done: 0, total: records.length, source: records[0]?.source ?? null });
  const planner = openPlanner(row.ownerId);
  await inBatches(importId, records, (record) => insertRecord(importId, planner.add(record)));
  await inBatches(importId, planner.removals(deletedIds), (planned) => insertRecord(importId, planned));
  await inBatches(importId, [...planner.proposals()], ([position, proposal]) => propose(importId, position, proposal));
  const total = planner.count();
  if (findImportRow(importId)) setImport(importId, { state: "to_review", done: total, total, error: null });
  return true;
}

/** Keeps what was planned beforehand, at once: for the command line, which shows no progress. */
export function storePlanned(importId: string, planned: readonly PlannedRecord[]): void {
  for (let from = 0; from < planned.length; from += batch.rows) {
    const some = planned.slice(from, from + batch.rows);
    sqlite()
      .transaction(() => {
        for (const one of some) insertRecord(importId, one);
      })
      .immediate();
  }
  const total = planned.length;
  setImport(importId, { state: "to_review", done: total, total, source: planned[0]?.record.source ?? null });
}

/** The file cannot be read, or reading stopped: the key says why in words; nothing else changed. */
export function failImport(importId: string, { key, values }: RuleError): void {
  db().delete(importRecords).where(eq(importRecords.importId, importId)).run();
  setImport(importId, { state: "failed", error: JSON.stringify({ key, values }) });
}

/** Columns or fields are not known: a person says which is which. */
export function askForMapping(importId: string): void {
  setImport(importId, { state: "to_map", error: null });
}

async function inBatches<T>(importId: string, items: readonly T[], work: (item: T) => void): Promise<void> {
  for (let from = 0; from < items.length; ) {
    if (!findImportRow(importId)) return;
    const start = from;
    const runOne = sqlite().transaction(() => {
      const until = performance.now() + batch.ms;
      for (; from < items.length && from - start < batch.rows && performance.now() < until; from += 1) {
        const item = items[from];
        if (item !== undefined) work(item);
      }
      setImport(importId, { done: from });
    });
    runOne.immediate();
    await setImmediate();
  }
}

/** Within the file; what was proposed from the office's own providers comes first. */
function propose(importId: string, position: number, proposal: Proposal): void {
  const key = and(eq(importRecords.importId, importId), eq(importRecords.position, position));
  const row = db().select().from(importRecords).where(key).get();
  if (!row) return;
  const plan = decodePlan(row.changes);
  if (!plan.proposal) setRecord(row, { changes: encodePlan({ ...plan, proposal }) });
}
