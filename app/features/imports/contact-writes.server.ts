import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { db } from "~/db/client.server";
import { contacts, establishmentSourceValues, establishments, providers } from "~/db/schema/providers.server";
import { decodeList, type ListField } from "~/features/providers/source-fields.model";
import { newId } from "~/lib/ids";

export interface Target {
  ownerId: string;
  providerId: string;
  establishmentId: string;
  at: number;
}

/** The values of one list field to bring in and to take away. */
export interface ListChange {
  add: string[];
  remove: string[];
}
export type ContactChanges = Record<Exclude<ListField, "labels">, ListChange>;

export const noContactChanges = (): ContactChanges => ({
  phones: { add: [], remove: [] },
  emails: { add: [], remove: [] },
  contactName: { add: [], remove: [] },
});

type ContactRow = typeof contacts.$inferSelect;

/**
 * Brings a source's people into a provider's contacts: a value that goes is replaced by the one that
 * comes, the rest completes an imported contact or makes a new one. Typed contacts are left alone.
 */
export function writeContacts(target: Target, changes: ContactChanges): void {
  const rows = listImported(target.providerId);
  const phones = replace(rows, "phone", withoutOthers(target, "phones", changes.phones));
  const emails = replace(rows, "email", withoutOthers(target, "emails", changes.emails));
  const names = replaceNames(rows, changes.contactName);
  fillGaps(rows, "phone", phones);
  fillGaps(rows, "email", emails);
  const fallback = nameOf(target.providerId);
  while (phones.length + emails.length > 0) {
    rows.push(insert(target, { name: names.shift() ?? fallback, phone: phones.shift() ?? null, email: emails.shift() ?? null }));
  }
  for (const name of names) {
    const unnamed = rows.find((row) => row.name === fallback);
    if (unnamed) unnamed.name = name;
    else rows.push(insert(target, { name, phone: null, email: null }));
  }
  for (const row of rows) save(row, target.at);
}

function listImported(providerId: string): ContactRow[] {
  return db()
    .select()
    .from(contacts)
    .where(and(eq(contacts.providerId, providerId), eq(contacts.origin, "import"), isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .all();
}

/** What another establishment of the same provider still gives is not taken away. */
function withoutOthers(target: Target, field: "phones" | "emails", change: ListChange): ListChange {
  if (change.remove.length === 0) return change;
  const rows = db()
    .select({ value: establishmentSourceValues.value })
    .from(establishmentSourceValues)
    .innerJoin(establishments, eq(establishments.id, establishmentSourceValues.establishmentId))
    .where(
      and(
        eq(establishments.providerId, target.providerId),
        ne(establishments.id, target.establishmentId),
        isNull(establishments.deletedAt),
        eq(establishmentSourceValues.field, field),
      ),
    )
    .all();
  const others = new Set(rows.flatMap((row) => decodeList(row.value)));
  return { ...change, remove: change.remove.filter((value) => !others.has(value)) };
}

/** Puts values that come in the place of values that go; returns those left to place. */
function replace(rows: ContactRow[], column: "phone" | "email", change: ListChange): string[] {
  const left = [...change.add];
  for (const value of change.remove) {
    const row = rows.find((one) => one[column] === value);
    if (row) row[column] = left.shift() ?? null;
  }
  return left;
}

function replaceNames(rows: ContactRow[], change: ListChange): string[] {
  const left = [...change.add];
  for (const value of change.remove) {
    const row = rows.find((one) => one.name === value);
    const next = row ? left.shift() : undefined;
    if (row && next) row.name = next;
  }
  return left;
}

function fillGaps(rows: ContactRow[], column: "phone" | "email", values: string[]): void {
  for (const row of rows) {
    if (row[column] === null && values.length > 0) row[column] = values.shift() ?? null;
  }
}

function nameOf(providerId: string): string {
  return db().select({ name: providers.name }).from(providers).where(eq(providers.id, providerId)).get()?.name ?? "";
}

function insert({ ownerId, providerId, at }: Target, given: Pick<ContactRow, "name" | "phone" | "email">): ContactRow {
  const row = { id: newId(), ownerId, providerId, ...given, origin: "import" as const, createdAt: at };
  return db().insert(contacts).values(row).returning().get();
}

/** An imported contact with neither number nor address left goes. */
function save({ id, name, phone, email, deletedAt }: ContactRow, at: number): void {
  const isEmpty = phone === null && email === null && name === "";
  db()
    .update(contacts)
    .set({ name, phone, email, deletedAt: isEmpty ? at : deletedAt })
    .where(eq(contacts.id, id))
    .run();
}
