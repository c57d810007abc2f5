import { and, asc, eq, inArray, isNull, sum } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { files } from "~/db/schema/work.server";
import { NotFoundError } from "~/lib/errors";
import { type FileSubject, fileSubjects } from "./model";
import { isSubjectInSight } from "./subjects.server";

const shown = { id: files.id, name: files.name, kind: files.kind, mediaType: files.mediaType, bytes: files.bytes };

/** One file whose subject the actor may see; throws NotFoundError out of sight or deleted. */
export function getFile(actor: Actor, fileId: string) {
  const row = db()
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), isNull(files.deletedAt)))
    .get();
  const subject = fileSubjects.find((one) => one === row?.subject);
  if (!row || !subject || !isSubjectInSight(actor, subject, row.subjectId)) throw new NotFoundError("file");
  return row;
}

/** The files of a subject, the first added first; none where the subject is out of sight. */
export function listFiles(actor: Actor, subject: FileSubject, subjectId: string) {
  if (!isSubjectInSight(actor, subject, subjectId)) return [];
  return db()
    .select(shown)
    .from(files)
    .where(and(eq(files.subject, subject), eq(files.subjectId, subjectId), isNull(files.deletedAt)))
    .orderBy(asc(files.createdAt), asc(files.id))
    .limit(200)
    .all();
}

/** Bytes that an office's files take, deleted ones not counted. */
export function countFileBytes(ownerId: string): number {
  const row = db()
    .select({ bytes: sum(files.bytes).mapWith(Number) })
    .from(files)
    .where(and(eq(files.ownerId, ownerId), isNull(files.deletedAt)))
    .get();
  return row?.bytes ?? 0;
}

/** Those of the ids that have a row, deleted or not: the sweep keeps these. */
export function listKnownFileIds(ids: readonly string[]): Set<string> {
  const rows = db()
    .select({ id: files.id })
    .from(files)
    .where(inArray(files.id, [...ids]))
    .all();
  return new Set(rows.map((row) => row.id));
}
