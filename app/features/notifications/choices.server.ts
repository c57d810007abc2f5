import { and, eq } from "drizzle-orm";
import { audit } from "~/commands/run.server";
import { db, sqlite } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { noticeChoices } from "~/db/schema/notifications.server";
import { contacts } from "~/db/schema/providers.server";
import { endReaderOf } from "~/features/resources/letter-readers.commands.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { type NoticeFrequency, type NoticeKind, noticeFrequencies } from "~/lib/vocabulary";
import { contactKinds, staffKinds, usualFrequency } from "./model";

/** A contact of a provider, a login of one whose address is no contact's (`host`), or one of the office's people. */
export interface Person {
  kind: "contact" | "host" | "user";
  id: string;
}

/** The kinds of news that a person may get. */
export const kindsOf = (person: Person): readonly NoticeKind[] => (person.kind === "user" ? staffKinds : contactKinds);

/** How often each kind comes to a person. */
export function readChoices(personId: string): Map<NoticeKind, NoticeFrequency> {
  const rows = db().select().from(noticeChoices).where(eq(noticeChoices.personId, personId)).all();
  return new Map(rows.map((row) => [row.kind, row.frequency]));
}

/** The choices of a person as a form shows them, the usual where nothing was chosen. */
export function listChoices(person: Person): { kind: NoticeKind; frequency: NoticeFrequency }[] {
  const chosen = readChoices(person.id);
  return kindsOf(person).map((kind) => ({ kind, frequency: chosen.get(kind) ?? usualFrequency[kind] }));
}

/** Keeps what a person chose, by their own key or session; other kinds stay as they were. */
export function chooseFrequencies(person: Person, wanted: ReadonlyMap<string, unknown>): void {
  const save = sqlite().transaction(() => {
    for (const kind of kindsOf(person)) {
      const frequency = noticeFrequencies.find((one) => one === wanted.get(kind));
      if (frequency) put({ personId: person.id, kind, frequency });
    }
    audit(`${person.kind}:${person.id}`, {
      command: "notices.choose",
      subjectId: person.id,
      ownerId: null,
      detail: "",
      at: now(),
    });
  });
  save.immediate();
}

/** Off every list, the office's letter too, in one click. */
export function unsubscribe(person: Person): void {
  chooseFrequencies(person, new Map(kindsOf(person).map((kind) => [kind, "never"])));
  if (person.kind === "contact") endReaderOf(person.id);
}

/** A person's name, language and address; throws NotFoundError once they are gone. */
export function getPerson(person: Person): { name: string; locale: "fr" | "en"; email: string | null } {
  const row =
    person.kind === "contact"
      ? db()
          .select({ name: contacts.name, locale: contacts.locale, email: contacts.email })
          .from(contacts)
          .where(eq(contacts.id, person.id))
          .get()
      : db()
          .select({ name: users.name, locale: users.locale, email: users.email })
          .from(users)
          .where(eq(users.id, person.id))
          .get();
  if (!row) throw new NotFoundError("person");
  return row;
}

/** The office that a contact is, or was, known at. */
export function findOwnerOfContact(contactId: string): string | undefined {
  return db().select({ ownerId: contacts.ownerId }).from(contacts).where(eq(contacts.id, contactId)).get()?.ownerId;
}

/** The contacts of these providers that a login's own address names: whose mail it chooses for. */
export function listOwnContacts(userId: string, providerIds: readonly string[]): string[] {
  const email = db().select({ email: users.email }).from(users).where(eq(users.id, userId)).get()?.email;
  if (!email) return [];
  return providerIds.flatMap((providerId) =>
    db()
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.providerId, providerId), eq(contacts.email, email)))
      .all()
      .map((row) => row.id),
  );
}

function put(choice: { personId: string; kind: NoticeKind; frequency: NoticeFrequency }): void {
  const row = { ...choice, chosenAt: now() };
  db()
    .insert(noticeChoices)
    .values(row)
    .onConflictDoUpdate({
      target: [noticeChoices.personId, noticeChoices.kind],
      set: { frequency: row.frequency, chosenAt: row.chosenAt },
    })
    .run();
}
