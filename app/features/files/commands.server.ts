import { rmSync } from "node:fs";
import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { files } from "~/db/schema/work.server";
import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { type FileSubject, fileLimits } from "./model";
import { countFileBytes } from "./queries.server";
import { filePath, type StoredFile } from "./storage.server";

export type { StoredFile };

/** Whoever may change the subject may attach to it and take away. */
type MayChange =
  | "coaching.correct"
  | "organisation.settings"
  | "profile.edit"
  | "resource.edit"
  | "plan.edit"
  | "plan.answer"
  | "workshop.hold";
export type Carrier = Authorized<{ id: string; ownerId: string }, MayChange>;

/**
 * Attaches stored bytes to a subject; the same content on the same subject stays one file.
 * Returns the id of the file that stands. Throws RuleError `fileQuota`.
 */
export function attachFile(actor: Actor, carrier: Carrier, given: { subject: FileSubject; file: StoredFile }): { id: string } {
  const { subject, file } = given;
  const command = { name: "file.attach", id: file.id, input: { subject, subjectId: carrier.id, sha256: file.sha256 } };
  return run(actor, { ...command, ownerId: carrier.ownerId }, ({ now: at }) => {
    const same = findSame(subject, carrier.id, file.sha256);
    askForSweep();
    if (same) return same;
    if (countFileBytes(carrier.ownerId) + file.bytes > fileLimits.officeBytes) throw new RuleError("fileQuota", {}, "files");
    const owned = { ownerId: carrier.ownerId, subject, subjectId: carrier.id };
    db()
      .insert(files)
      .values({ ...file, ...owned, createdById: actor.userId, createdAt: at })
      .run();
    return { id: file.id };
  });
}

/** Takes a file away, for 30 days of second thoughts. */
export function removeFile(actor: Actor, carrier: Carrier, fileId: string): void {
  setDeleted(actor, carrier, { name: "file.remove", fileId, isDeleted: true });
}

/** Brings a file back. */
export function restoreFile(actor: Actor, carrier: Carrier, fileId: string): void {
  setDeleted(actor, carrier, { name: "file.restore", fileId, isDeleted: false });
}

/** Forgets for good what was taken away more than 30 days ago: rows first, then bytes. */
export function purgeRemovedFiles(): void {
  const old = and(isNotNull(files.deletedAt), lt(files.deletedAt, now() - 30 * 86_400_000));
  const gone = db().delete(files).where(old).returning({ id: files.id }).all();
  for (const { id } of gone) rmSync(filePath(id), { force: true });
}

/** Asks for the sweep of the bytes without a row, once a day. */
export function askForSweep(): void {
  const runAt = now() + 25 * 3_600_000;
  enqueue({ kind: "files.sweep", payload: {}, runAt, dedupeKey: `files.sweep/${dayIn("Europe/Paris", runAt)}` });
}

type Removal = { name: string; fileId: string; isDeleted: boolean };

function setDeleted(actor: Actor, carrier: Carrier, { name, fileId, isDeleted }: Removal): void {
  run(actor, { name, id: newId(), input: { fileId }, ownerId: carrier.ownerId }, ({ now: at }) => {
    db()
      .update(files)
      .set({ deletedAt: isDeleted ? at : null })
      .where(and(eq(files.id, fileId), eq(files.subjectId, carrier.id), eq(files.ownerId, carrier.ownerId)))
      .run();
  });
}

function findSame(subject: FileSubject, subjectId: string, sha256: string): { id: string } | undefined {
  const same = and(eq(files.subject, subject), eq(files.subjectId, subjectId), eq(files.sha256, sha256), isNull(files.deletedAt));
  return db().select({ id: files.id }).from(files).where(same).get();
}
