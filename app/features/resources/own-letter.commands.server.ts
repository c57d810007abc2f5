import { and, eq, isNull } from "drizzle-orm";
import { audit } from "~/commands/run.server";
import { db, sqlite } from "~/db/client.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { newsletterReaders } from "~/db/schema/resources.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { mailConfirmation, senderOf } from "./letter-mail.server";
import { endReader } from "./letter-readers.commands.server";
import { findReading } from "./letter-readers.queries.server";

/**
 * A host asks for the letter of their office: a mail goes to their own address, and only its click makes them a reader.
 * Nothing twice while one reads it already. Throws NotFoundError for a contact who left or has no address.
 */
export function askForLetter(contactId: string): void {
  const work = sqlite().transaction(() => {
    const reader = getReader(contactId);
    const { ownerId } = reader;
    if (findReading(contactId)?.state === "reads") return;
    const at = now();
    const asked = { askedAt: at, confirmedAt: null, endedAt: null };
    db()
      .insert(newsletterReaders)
      .values({ contactId, ownerId, ...asked })
      .onConflictDoUpdate({ target: [newsletterReaders.contactId, newsletterReaders.ownerId], set: asked })
      .run();
    mailConfirmation(senderOf(ownerId), reader, { isOwnWish: true });
    audit(`contact:${contactId}`, { command: "letter.wish", subjectId: contactId, ownerId, detail: "", at });
  });
  work.immediate();
}

/** A host leaves the letter, or does not want to be asked about it: as the one click of a mail. */
export function refuseLetter(contactId: string): void {
  const { ownerId } = getReader(contactId);
  endReader({ contactId, ownerId });
}

function getReader(contactId: string) {
  const row = db()
    .select({
      contactId: contacts.id,
      ownerId: contacts.ownerId,
      providerId: contacts.providerId,
      name: contacts.name,
      email: contacts.email,
      locale: contacts.locale,
    })
    .from(contacts)
    .innerJoin(providers, and(eq(providers.id, contacts.providerId), isNull(providers.deletedAt)))
    .where(and(eq(contacts.id, contactId), isNull(contacts.deletedAt)))
    .get();
  if (!row?.email) throw new NotFoundError("contact");
  return { ...row, email: row.email };
}
