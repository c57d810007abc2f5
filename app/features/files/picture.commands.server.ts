import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { newId } from "~/lib/ids";
import { attachFile, removeFile } from "./commands.server";
import { findPicture } from "./picture.queries.server";
import type { StoredFile } from "./storage.server";

/** What shows one picture of its own: an office its logo, a person their photo. */
export type PictureSubject = "organisation" | "user";
export type PictureCarrier = Authorized<{ id: string; ownerId: string }, "organisation.settings" | "profile.edit">;

/** Puts a stored image in the place of the one before, which stays 30 days among the removed files. Throws RuleError `fileQuota`. */
export function choosePicture(actor: Actor, carrier: PictureCarrier, given: { subject: PictureSubject; file: StoredFile }): void {
  const { subject, file } = given;
  const input = { subject, sha256: file.sha256 };
  run(actor, { name: "picture.choose", id: newId(), input, ownerId: carrier.ownerId }, () => {
    const before = findPicture(subject, carrier.id);
    const { id } = attachFile(actor, carrier, { subject, file });
    if (before && before.id !== id) removeFile(actor, carrier, before.id);
    setPicture(subject, carrier.id, id);
  });
}

/** Shows no picture any more. */
export function removePicture(actor: Actor, carrier: PictureCarrier, subject: PictureSubject): void {
  run(actor, { name: "picture.remove", id: newId(), input: { subject }, ownerId: carrier.ownerId }, () => {
    const before = findPicture(subject, carrier.id);
    if (before) removeFile(actor, carrier, before.id);
    setPicture(subject, carrier.id, null);
  });
}

function setPicture(subject: PictureSubject, id: string, fileId: string | null): void {
  if (subject === "user") db().update(users).set({ photoFileId: fileId }).where(eq(users.id, id)).run();
  else db().update(organisations).set({ logoFileId: fileId }).where(eq(organisations.id, id)).run();
}
