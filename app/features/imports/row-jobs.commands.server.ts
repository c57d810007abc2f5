import { z } from "zod";
import type { Actor } from "~/access/actor";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import type { JobContext, JobHandlers } from "~/jobs/worker.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import type { ImportContent } from "~/lib/vocabulary";
import { applyNextBatch, type Progress, type RecordWork, undoNextBatch } from "./batches.commands.server";
import type { Import } from "./changing.server";
import type { Columns, TableMapping } from "./columns.model";
import { importPath } from "./file-store.server";
import { applyingOne, importIdOf, inBatches, readingOne } from "./job-batches.server";
import { parseMapping } from "./mapping.form";
import { readApart } from "./read-apart.server";
import { dropUnusedProviders } from "./row-provider.commands.server";
import { storeRows } from "./row-reading.commands.server";
import { jobKind, type ReadRow, type RowCells, type TableWord } from "./rows.model";
import { findImportRow, type ImportRow, type RecordRow, setRecord } from "./stored.server";

/** For whom and in whose name rows are written. */
export interface RowContext {
  actor: Actor;
  imported: ImportRow & { zone: string };
  /** Milliseconds UTC. */
  at: number;
}

/** What makes rows of a table ours: how one is understood, written and taken back. */
export interface RowWork {
  content: ImportContent;
  /** `today` is the office's. */
  read: (mapping: TableMapping, today: string) => (cells: RowCells) => ReadRow;
  /** Writes one row; answers what to remember for taking it back, null when nothing was written. */
  apply: (context: RowContext, row: StoredRow) => Record<string, unknown> | null;
  undo: (context: RowContext, applied: unknown) => void;
}

export interface StoredRow {
  values: unknown;
  words: TableWord[];
}

/** The background work of one content: reading its rows, writing them, taking them back. */
export function rowJobs(work: RowWork): JobHandlers {
  return {
    [jobKind(work.content, "read")]: (payload) => readingOne(payload, (imported) => readRows(work, imported)),
    [jobKind(work.content, "apply")]: (payload, context) => applyingOne(payload, { context, next: applier(work) }),
    [jobKind(work.content, "undo")]: (payload, context) => undoRows(work, payload, context),
  };
}

async function readRows(work: RowWork, imported: ImportRow): Promise<void> {
  if (imported.mapping === null) return;
  const mapping = parseMapping(imported.mapping);
  const columns: Columns = mapping.columns;
  const today = dayIn(zoneOf(imported.ownerId), now());
  const pieces = readApart({ kind: "rows", path: importPath(imported.id) });
  await storeRows(imported.id, pieces, { columns, read: work.read(mapping, today) });
}

/** Writes the next rows of an import; see `applyNextBatch`. */
export function applier(work: RowWork) {
  return (actor: Actor, row: Import): Progress => {
    const imported = contextOf(row);
    const apply: RecordWork = ({ at }, record) => {
      if (record.verdict === "new" && record.changes === null) applyRow(work, { actor, imported, at }, record);
    };
    return applyNextBatch(actor, row, { apply });
  };
}

/** Takes the last rows back; see `undoNextBatch`. */
export function undoer(work: RowWork) {
  return (actor: Actor, row: Import): Progress => {
    const imported = contextOf(row);
    const progress = undoNextBatch(actor, row, ({ at }, record) => {
      if (record.changes === null) return;
      work.undo({ actor, imported, at }, appliedSchema.parse(JSON.parse(record.changes)).applied);
      setRecord(record, { changes: null });
    });
    if (progress.isDone) dropUnusedProviders(row.id, now());
    return progress;
  };
}

function applyRow(work: RowWork, context: RowContext, record: RecordRow): void {
  const stored = storedSchema.parse(JSON.parse(record.record));
  const applied = work.apply(context, stored);
  // What was written stands in its place now; a note is kept in no second one.
  const kept = { line: stored.line, words: stored.words };
  if (applied) setRecord(record, { changes: JSON.stringify({ applied }), record: JSON.stringify(kept) });
}

async function undoRows(work: RowWork, payload: unknown, context: JobContext): Promise<void> {
  await inBatches(importIdOf(payload), { context, next: undoer(work) });
}

function contextOf({ id, ownerId }: Import): ImportRow & { zone: string } {
  const imported = findImportRow(id);
  if (!imported) throw new Error(`import ${id} is gone`);
  return { ...imported, zone: zoneOf(ownerId) };
}

const appliedSchema = z.object({ applied: z.unknown() });
const wordSchema = z.object({
  word: z.enum(["provider", "author", "theme", "channel"]),
  name: z.string(),
  commune: z.string().nullish(),
  siret: z.string().nullish(),
});
const storedSchema = z.object({ line: z.number(), values: z.unknown(), words: z.array(wordSchema) });
