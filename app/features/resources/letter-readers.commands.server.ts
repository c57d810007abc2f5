import { and, eq, inArray } from "drizzle-orm";
import { audit } from "~/commands/run.server";
import { db, sqlite } from "~/db/client.server";
import { contacts } from "~/db/schema/providers.server";
import { newsletterReaders } from "~/db/schema/resources.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import type { Reading } from "./letter-keys.server";

/** Notes that a contact confirmed by a click of their own; throws NotFoundError for one who is gone or was never asked. */
export function confirmReader(reading: Reading): void {
  changeReader(reading, "letter.confirm", (at) => {
    const row = readerOf(reading);
    if (!db().select().from(newsletterReaders).where(row).get()) throw new NotFoundError("reader");
    db().update(newsletterReaders).set({ confirmedAt: at, endedAt: null }).where(row).run();
    db().update(contacts).set({ newsletterConsentAt: at }).where(eq(contacts.id, reading.contactId)).run();
  });
}

/** Takes a mailbox off an office's letter: every contact of the office at that address, their consent taken back. */
export function endReader(reading: Reading): void {
  changeReader(reading, "letter.end", (at) => {
    const sharing = sharersOf(reading);
    for (const contactId of sharing) {
      db()
        .insert(newsletterReaders)
        .values({ contactId, ownerId: reading.ownerId, askedAt: at, endedAt: at })
        .onConflictDoUpdate({ target: [newsletterReaders.contactId, newsletterReaders.ownerId], set: { endedAt: at } })
        .run();
    }
    db().update(contacts).set({ newsletterConsentAt: null }).where(inArray(contacts.id, sharing)).run();
  });
}

/** Takes a contact off the letter of their office, when they asked for no mail at all. */
export function endReaderOf(contactId: string): void {
  const row = db().select({ ownerId: contacts.ownerId }).from(contacts).where(eq(contacts.id, contactId)).get();
  if (row) endReader({ contactId, ownerId: row.ownerId });
}

const readerOf = ({ contactId, ownerId }: Reading) =>
  and(eq(newsletterReaders.contactId, contactId), eq(newsletterReaders.ownerId, ownerId));

function sharersOf({ contactId, ownerId }: Reading): string[] {
  const email = db().select({ email: contacts.email }).from(contacts).where(eq(contacts.id, contactId)).get()?.email;
  if (!email) return [contactId];
  const rows = db()
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.ownerId, ownerId), eq(contacts.email, email)))
    .all();
  return [...new Set([contactId, ...rows.map((row) => row.id)])];
}

/** One transaction of a person who holds a key and no account; audited under their name as a contact. */
function changeReader({ contactId, ownerId }: Reading, command: string, work: (at: number) => void): void {
  const change = () => {
    const at = now();
    work(at);
    audit(`contact:${contactId}`, { command, subjectId: contactId, ownerId, detail: "", at });
  };
  if (sqlite().inTransaction) change();
  else sqlite().transaction(change).immediate();
}
