import { and, eq } from "drizzle-orm";
import { db, lazyCommits, sqlite } from "~/db/client.server";
import { importRecords } from "~/db/schema/imports.server";
import { giveWay } from "~/jobs/give-way.server";
import type { RuleError } from "~/lib/errors";
import type { TableSample } from "./columns.model";
import type { ReadResult } from "./model";
import type { Proposal } from "./plan.model";
import { openPlanner, type PlannedRecord } from "./planner.server";
import { decodePlan, encodePlan, findImportRow, forgetRecords, insertRecord, setImport, setRecord } from "./stored.server";

const batch = { rows: 200, ms: 10 };

interface ReadingOptions {
  /** Told each record as it is planned. */
  onPlanned?: (planned: PlannedRecord) => void;
}

/**
 * Plans what is read and keeps it for the review, a batch a transaction, with the progress; begins
 * anew when it was cut short. Resolves to false when the import was given up meanwhile.
 */
export async function storeReading(
  importId: string,
  batches: AsyncIterable<ReadResult> | Iterable<ReadResult>,
  { onPlanned }: ReadingOptions = {},
): Promise<boolean> {
  const row = findImportRow(importId);
  if (!row) return false;
  forgetRecords(importId);
  setImport(importId, { done: 0, total: null });
  const planner = openPlanner(row.ownerId);
  const keep = (planned: PlannedRecord) => {
    insertRecord(importId, planned);
    onPlanned?.(planned);
  };
  const deletedIds: string[] = [];
  for await (const batch of batches) {
    deletedIds.push(...batch.deletedIds);
    const [first] = batch.records;
    if (planner.count() === 0 && first) setImport(importId, { source: first.source });
    await inBatches(importId, batch.records, (record) => keep(planner.add(record)));
    if (!findImportRow(importId)) return false;
    setImport(importId, { done: planner.count() });
  }
  await inBatches(importId, planner.removals(deletedIds), keep);
  await inBatches(importId, [...planner.proposals()], ([position, proposal]) => propose(importId, position, proposal));
  const total = planner.count();
  if (findImportRow(importId)) setImport(importId, { state: "to_review", done: total, total, error: null });
  return true;
}

/** The file cannot be read, or reading stopped: the key says why in words; nothing else changed. */
export function failImport(importId: string, { key, values }: RuleError): void {
  forgetRecords(importId);
  setImport(importId, { state: "failed", error: JSON.stringify({ key, values }) });
}

/** A table whose columns nobody has named yet: a person says what each is. */
export function askForMapping(importId: string, sample: TableSample): void {
  setImport(importId, { state: "to_map", sample: JSON.stringify(sample), error: null });
}

/** Works on items a batch a transaction, people first in between; stops when the import was given up. */
export async function inBatches<T>(importId: string, items: readonly T[], work: (item: T) => void): Promise<void> {
  for (let from = 0; from < items.length; ) {
    if (!findImportRow(importId)) return;
    const [start, started] = [from, performance.now()];
    const runOne = sqlite().transaction(() => {
      const until = started + batch.ms;
      for (; from < items.length && from - start < batch.rows && performance.now() < until; from += 1) {
        const item = items[from];
        if (item !== undefined) work(item);
      }
    });
    lazyCommits(() => runOne.immediate());
    await giveWay(performance.now() - started);
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
