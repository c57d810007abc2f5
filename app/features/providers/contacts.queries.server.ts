import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { contacts } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";

/** One contact in the scope of `permission`; throws NotFoundError out of sight. */
export function getContact(actor: Actor, contactId: string, permission: Permission = "provider.list") {
  return getRow(actor, { contactId, permission, isDeleted: false });
}

/** A contact that was deleted, for its undo. */
export function getDeletedContact(actor: Actor, contactId: string) {
  return getRow(actor, { contactId, permission: "provider.correct", isDeleted: true });
}

/** Everything the record says of a provider's people, those of today first. */
export function listContactRecords(actor: Actor, providerId: string) {
  return db()
    .select()
    .from(contacts)
    .where(and(scope(actor, "provider.list", contacts), eq(contacts.providerId, providerId), isNull(contacts.deletedAt)))
    .orderBy(contacts.endsOn, contacts.name)
    .limit(100)
    .all();
}

function getRow(actor: Actor, asked: { contactId: string; permission: Permission; isDeleted: boolean }) {
  const row = db()
    .select()
    .from(contacts)
    .where(and(scope(actor, asked.permission, contacts), eq(contacts.id, asked.contactId)))
    .get();
  if (!row || (row.deletedAt !== null) !== asked.isDeleted) throw new NotFoundError("contact");
  return row;
}
