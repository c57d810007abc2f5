import { and, eq, isNull } from "drizzle-orm";
import { db, sqlite } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { fileOf } from "~/features/files/place.queries.server";
import { findFileOf } from "./files.queries.server";
import { readFileApart } from "./read-apart.server";
import { isReadable } from "./reading.model";
import { indexResources } from "./search-index.commands.server";

/** Reads the words of a resource's document and puts them in the search; a file that cannot be read is said so, never tried again. */
export async function readDocument(resourceId: string): Promise<void> {
  const waiting = and(eq(resources.id, resourceId), eq(resources.fileState, "waiting"), isNull(resources.deletedAt));
  const row = db().select({ fileId: resources.fileId }).from(resources).where(waiting).get();
  const file = row && findFileOf(resourceId, row.fileId);
  if (!file) return;
  const read = isReadable(file.mediaType) ? await wordsOf(fileOf(file.id), file.mediaType) : { state: null, text: "" };
  const keep = sqlite().transaction(() => {
    // Another document may have come meanwhile: its own job reads it.
    const same = and(waiting, eq(resources.fileId, file.id));
    db().update(resources).set({ fileState: read.state, fileText: read.text }).where(same).run();
    indexResources([resourceId]);
  });
  keep.immediate();
}

async function wordsOf(path: string, mediaType: string) {
  try {
    const text = await readFileApart(path, mediaType);
    return { state: text === "" ? ("empty" as const) : ("read" as const), text };
  } catch {
    return { state: "unreadable" as const, text: "" };
  }
}
