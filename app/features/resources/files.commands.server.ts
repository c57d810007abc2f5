import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { attachFile, removeFile, type StoredFile } from "~/features/files/commands.server";
import { enqueue } from "~/jobs/queue.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { indexResources } from "./search-index.commands.server";

type Resource = Authorized<{ id: string; ownerId: string | null }, "resource.edit">;
type Row = typeof resources.$inferSelect;

/** Puts a document in the place of the one before, which stays with its version; its words are read by a job. Throws RuleError `fileQuota`. */
export function chooseDocument(actor: Actor, resource: Resource, file: StoredFile): void {
  change(actor, resource, {
    name: "resource.document",
    input: file.sha256,
    make: (current) => {
      const { id } = attachFile(actor, carried(resource), { subject: "resource", file });
      return id === current.fileId ? undefined : { fileId: id };
    },
  });
}

/** Takes the document off the resource; its versions keep it. */
export function withdrawDocument(actor: Actor, resource: Resource): void {
  change(actor, resource, { name: "resource.withdrawDocument", input: null, make: () => ({ fileId: null }) });
}

/** The picture shown in the place of a video's, or above a resource. */
export function choosePicture(actor: Actor, resource: Resource, file: StoredFile): void {
  change(actor, resource, {
    name: "resource.picture",
    input: file.sha256,
    make: () => ({ pictureFileId: attachFile(actor, carried(resource), { subject: "resource", file }).id }),
  });
}

/** Shows no picture any more; versions keep it. */
export function withdrawPicture(actor: Actor, resource: Resource): void {
  change(actor, resource, { name: "resource.withdrawPicture", input: null, make: () => ({ pictureFileId: null }) });
}

/** A picture to set in the text; answers the id that the text names. */
export function addTextPicture(actor: Actor, resource: Resource, file: StoredFile): { id: string } {
  return attachFile(actor, carried(resource), { subject: "resource", file });
}

/** Takes a picture of the text away, for 30 days of second thoughts. */
export function removeTextPicture(actor: Actor, resource: Resource, fileId: string): void {
  removeFile(actor, carried(resource), fileId);
}

/** Notes that a resource's document waits to be read, and asks for it; inside the caller's transaction. */
export function askForReading(resourceId: string, fileId: string | null): void {
  db()
    .update(resources)
    .set({ fileText: "", fileState: fileId ? "waiting" : null })
    .where(eq(resources.id, resourceId))
    .run();
  if (fileId) enqueue({ kind: "resources.readFile", payload: { resourceId }, dedupeKey: `resources.readFile/${fileId}` });
}

interface Change {
  name: string;
  input: unknown;
  /** What changes; undefined for nothing. */
  make: (current: Row) => Partial<Row> | undefined;
}

/** Changes what a resource carries as a new version. */
function change(actor: Actor, resource: Resource, { name, input, make }: Change): void {
  const command = { name, id: newId(), input: { resourceId: resource.id, input }, ownerId: resource.ownerId ?? "" };
  run(actor, command, ({ revise }) => {
    const current = db().select().from(resources).where(eq(resources.id, resource.id)).get();
    if (!current) throw new NotFoundError("resource");
    const changes = make(current);
    if (!changes) return;
    revise("resources", current);
    db()
      .update(resources)
      .set({ ...changes, version: current.version + 1 })
      .where(eq(resources.id, resource.id))
      .run();
    if (changes.fileId !== undefined) askForReading(resource.id, changes.fileId);
    indexResources([resource.id]);
  });
}

/** What ships has no office to count its bytes: nobody may edit it either. */
function carried(resource: Resource) {
  if (resource.ownerId === null) throw new NotFoundError("resource");
  return { ...resource, ownerId: resource.ownerId };
}
