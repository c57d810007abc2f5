import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { contacts } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { ConflictError } from "~/lib/errors";
import { changedColumns } from "./changes.model";
import type { ContactInput } from "./contact.form";
import { endAccessOf } from "./host-access.commands.server";
import { refreshProvider } from "./refresh.commands.server";

type Owned = { id: string; ownerId: string };
type Contact = Authorized<Owned & { providerId: string }, "provider.correct">;
type Row = typeof contacts.$inferSelect;

/** Adds a person to a provider. */
export function addContact(
  actor: Actor,
  provider: Authorized<Owned, "provider.correct">,
  input: ContactInput & { id: string },
): void {
  const { id: providerId, ownerId } = provider;
  run(actor, { name: "contact.add", id: input.id, input: { providerId, ...input }, ownerId }, ({ now }) => {
    db()
      .insert(contacts)
      .values({ id: input.id, ownerId, providerId, ...columnsOf(input, undefined, now), createdAt: now })
      .run();
    refreshProvider(providerId);
  });
}

/** Corrects a contact and the uses agreed to, keeping what it was. Throws ConflictError when it was saved since. */
export function correctContact(actor: Actor, contact: Contact, input: ContactInput): void {
  const { id, ownerId, providerId } = contact;
  const subject = { permission: "provider.correct" as const, reread: () => findRow(id) };
  run(actor, { name: "contact.correct", id, input, ownerId, subject, isOnce: false }, ({ now, revise }) => {
    const current = findRow(id);
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    const columns = columnsOf(input, current, now);
    const changed = changedColumns(current, columns);
    if (changed.length === 0) return;
    revise("contacts", { ...current, changed });
    db()
      .update(contacts)
      .set({ ...columns, version: current.version + 1 })
      .where(eq(contacts.id, id))
      .run();
    const today = dayAt(ownerId, now);
    if (current.email !== columns.email) endAccessOf(current, { today, from: today });
    if (columns.endsOn) endAccessOf({ ...current, email: columns.email }, { today, from: columns.endsOn });
    refreshProvider(providerId);
  });
}

/** Deletes a contact for 30 days of second thoughts; the search forgets it at once, and its access ends. */
export function deleteContact(actor: Actor, contact: Contact): void {
  setDeleted(actor, contact, "contact.delete");
}

/** Brings a deleted contact back. */
export function restoreContact(actor: Actor, contact: Contact): void {
  setDeleted(actor, contact, "contact.restore");
}

function setDeleted(actor: Actor, contact: Contact, name: "contact.delete" | "contact.restore"): void {
  const { id, ownerId, providerId } = contact;
  run(actor, { name, id, input: null, ownerId, isOnce: false }, ({ now }) => {
    const deletedAt = name === "contact.delete" ? now : null;
    const current = findRow(id);
    db().update(contacts).set({ deletedAt }).where(eq(contacts.id, id)).run();
    const today = dayAt(ownerId, now);
    if (deletedAt !== null && current) endAccessOf(current, { today, from: today });
    refreshProvider(providerId);
  });
}

function columnsOf(input: ContactInput, current: Row | undefined, now: number) {
  return {
    name: input.name,
    function: input.function ?? null,
    email: input.email ?? null,
    phone: input.phone ?? null,
    preferredWay: input.preferredWay,
    locale: input.locale,
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    returnsEachSeason: input.returnsEachSeason,
    invitationsRefusedAt: input.invitationsRefused ? (current?.invitationsRefusedAt ?? now) : null,
    newsletterConsentAt: consentAt(input.newsletterConsentOn),
    picturesConsentAt: consentAt(input.picturesConsentOn),
  };
}

/** A consent is dated by its day; it is kept as that day's noon, UTC. */
function consentAt(day: string | undefined): number | null {
  return day ? Date.parse(`${day}T12:00:00Z`) : null;
}

function findRow(id: string): Row | undefined {
  return db()
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), isNull(contacts.deletedAt)))
    .get();
}
