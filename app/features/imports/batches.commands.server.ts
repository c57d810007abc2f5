import { and, asc, desc, eq, gt, lt, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { importRecords } from "~/db/schema/imports.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { applyRecord } from "./apply-record.server";
import type { Import } from "./changing.server";
import type { Office } from "./record-writes.server";
import { findImportRow, type ImportRow, type RecordRow, setImport } from "./stored.server";
import { undoRecord } from "./undo-record.server";

export type RecordWork = (office: Office, row: RecordRow) => void;

/** A transaction holds at most this many rows or milliseconds, so that pages stay quick meanwhile (design 3.4). */
const batch = { rows: 200, ms: 10 };
const rowsRead = 20;

/** Where no page waits: fewer, longer transactions. */
export const longBatch = { rows: 2000, ms: 400 };

interface ApplyOptions {
  apply?: RecordWork;
  size?: typeof batch;
}

export interface Progress {
  isDone: boolean;
  done: number;
  total: number;
}

/**
 * Writes the next rows of an import in one transaction, and how far it got with them: killed between two
 * calls, the next one goes on where the last stopped. Does nothing to an import that is not being applied.
 */
export function applyNextBatch(actor: Actor, row: Import, { apply = applyRecord, size = batch }: ApplyOptions = {}): Progress {
  const work = (current: ImportRow, office: Office) => {
    if (current.state !== "applying") return finished(current);
    const { isDone, last } = workThrough(current.done, {
      read: (done) => listRows(row.id, { where: gt(importRecords.position, done), order: asc(importRecords.position) }),
      work: (one) => apply(office, one),
      size,
    });
    const total = current.total ?? last;
    setImport(row.id, isDone ? { done: total, state: "applied", appliedAt: office.at } : { done: last });
    return { isDone, done: last, total };
  };
  return runBatch(actor, row, { name: "import.applyBatch", work });
}

/** Takes the last rows of an applied import back in one transaction; goes on where the last call stopped. */
export function undoNextBatch(actor: Actor, row: Import, undo: RecordWork = undoRecord): Progress {
  const work = (current: ImportRow, office: Office) => {
    if (current.state !== "applied") return finished(current);
    const { isDone, last } = workThrough(current.done + 1, {
      read: (done) => listRows(row.id, { where: lt(importRecords.position, done), order: desc(importRecords.position) }),
      work: (one) => undo(office, one),
      size: batch,
    });
    setImport(row.id, isDone ? { done: 0, state: "undone" } : { done: last - 1 });
    return { isDone, done: last - 1, total: current.total ?? 0 };
  };
  return runBatch(actor, row, { name: "import.undoBatch", work });
}

function listRows(importId: string, { where, order }: { where: SQL; order: SQL }): RecordRow[] {
  return db()
    .select()
    .from(importRecords)
    .where(and(eq(importRecords.importId, importId), where))
    .orderBy(order)
    .limit(rowsRead)
    .all();
}

interface Step {
  name: string;
  work: (current: ImportRow, office: Office) => Progress;
}

function runBatch(actor: Actor, row: Import, { name, work }: Step): Progress {
  const subject = { permission: "provider.import" as const, reread: () => findImportRow(row.id) };
  return run(actor, { name, id: row.id, input: null, ownerId: row.ownerId, subject, isOnce: false }, ({ now }) => {
    const current = findImportRow(row.id);
    if (!current) return { isDone: true, done: 0, total: 0 };
    return work(current, { ownerId: row.ownerId, userId: actor.userId, at: now, today: dayAt(row.ownerId, now) });
  });
}

const finished = ({ done, total }: ImportRow): Progress => ({ isDone: true, done, total: total ?? done });

/** Works on rows from a position until the batch is full or its time over; says where it got, and whether that is the end. */
function workThrough(
  from: number,
  { read, work, size }: { read: (from: number) => RecordRow[]; work: (row: RecordRow) => void; size: typeof batch },
): { isDone: boolean; last: number } {
  const until = performance.now() + size.ms;
  let last = from;
  for (let count = 0; count < size.rows; count += rowsRead) {
    const rows = read(last);
    const worked = rows.findIndex((row) => {
      work(row);
      last = row.position;
      return performance.now() > until;
    });
    const isLastPage = rows.length < rowsRead;
    if (worked >= 0) return { isDone: isLastPage && worked === rows.length - 1, last };
    if (isLastPage) return { isDone: true, last };
  }
  return { isDone: false, last };
}
