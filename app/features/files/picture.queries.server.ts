import { and, eq, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { files } from "~/db/schema/work.server";
import { filePath } from "./storage.server";

/** An organisation's logo or a person's photo: its file's id; undefined where none was chosen. */
export function findPicture(subject: "organisation" | "user", id: string): { id: string } | undefined {
  const chosen =
    subject === "user"
      ? db().select({ fileId: users.photoFileId }).from(users).where(eq(users.id, id)).get()
      : db().select({ fileId: organisations.logoFileId }).from(organisations).where(eq(organisations.id, id)).get();
  if (!chosen?.fileId) return undefined;
  return db()
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, chosen.fileId), isNull(files.deletedAt)))
    .get();
}

/** Where an organisation's logo stands on disk, for documents; undefined where it has none. */
export function findLogoPath(organisationId: string): string | undefined {
  const logo = findPicture("organisation", organisationId);
  return logo && filePath(logo.id);
}
