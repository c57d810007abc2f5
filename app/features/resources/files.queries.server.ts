import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { db } from "~/db/client.server";
import { files } from "~/db/schema/work.server";
import { NotFoundError } from "~/lib/errors";
import { picturesIn } from "~/lib/markdown.server";
import { getPublicResource } from "./public.queries.server";
import { getResource } from "./queries.server";

interface Carrying {
  id: string;
  fileId: string | null;
  pictureFileId: string | null;
  body: string;
}

/** A file that a resource shows now, or any of its versions' for whoever may read its history. Throws NotFoundError. */
export function getResourceFile(actor: Actor, slug: string, fileId: string) {
  const resource = getResource(actor, slug);
  if (!shownBy(resource).includes(fileId) && !can(actor, "resource.edit", resource)) throw new NotFoundError("file");
  return getFileOf(resource.id, fileId);
}

/** A file that a public resource shows now; throws NotFoundError. */
export function getPublicFile(slug: string, fileId: string) {
  const { resource } = getPublicResource(slug);
  if (!shownBy(resource).includes(fileId)) throw new NotFoundError("file");
  return getFileOf(resource.id, fileId);
}

/** Names of files by their ids, deleted ones too: a version says what it carried. */
export function namesOfFiles(ids: readonly (string | null)[]): Map<string, string> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = db().select({ id: files.id, name: files.name }).from(files).where(inArray(files.id, wanted)).all();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** One file of a resource by its id; undefined where it was taken away. */
export function findFileOf(resourceId: string, fileId: string | null) {
  const isIts = and(eq(files.subject, "resource"), eq(files.subjectId, resourceId), isNull(files.deletedAt));
  return db()
    .select()
    .from(files)
    .where(and(isIts, eq(files.id, fileId ?? "")))
    .get();
}

function getFileOf(resourceId: string, fileId: string) {
  const row = findFileOf(resourceId, fileId);
  if (!row) throw new NotFoundError("file");
  return row;
}

const shownBy = ({ fileId, pictureFileId, body }: Carrying): (string | null)[] => [fileId, pictureFileId, ...picturesIn(body)];
