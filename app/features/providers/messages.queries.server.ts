import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { askedOffices, inAskedOffices, scope } from "~/access/scopes.server";
import { builtOnce, db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { communes } from "~/db/schema/organisations.server";
import { contacts, messages, providers } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";
import { escapeLike, fold } from "~/lib/fold";

const sender = alias(users, "sender");

/** The messages left for the actor and not handled yet, callbacks first, then the oldest; at most 20. */
export function listOpenMessages(actor: Actor) {
  return openMessages().all({ ...askedOffices(actor, "message.handle"), user: actor.userId });
}

const openMessages = builtOnce((orm) => {
  const forMe = or(eq(messages.toUserId, sql.placeholder("user")), isNull(messages.toUserId));
  return orm
    .select({
      id: messages.id,
      kind: messages.kind,
      text: messages.text,
      createdAt: messages.createdAt,
      providerId: providers.id,
      provider: providers.name,
      from: sender.name,
      contact: contacts.name,
      /** The number of the contact who asked, else of the provider's first contact that has one. */
      phone: sql<string | null>`coalesce(${contacts.phone}, (SELECT c.phone FROM contacts c
        WHERE c.provider_id = ${messages.providerId} AND c.deleted_at IS NULL AND c.phone IS NOT NULL ORDER BY c.name LIMIT 1))`,
    })
    .from(messages)
    .innerJoin(providers, eq(providers.id, messages.providerId))
    .leftJoin(sender, eq(sender.id, messages.fromUserId))
    .leftJoin(contacts, and(eq(contacts.id, messages.contactId), isNull(contacts.deletedAt)))
    .where(and(forMe, isNull(messages.handledAt), isNotLogged(), inAskedOffices(messages.ownerId)))
    .orderBy(asc(messages.kind), asc(messages.createdAt))
    .limit(20)
    .prepare();
});

/** A request that became a session is done with once that session is logged. */
const isNotLogged = () =>
  sql`NOT EXISTS (SELECT 1 FROM coaching_sessions s WHERE s.id = ${messages.sessionId} AND s.deleted_at IS NULL)`;

/** One message in the scope of `message.handle`; throws NotFoundError out of sight. */
export function getMessage(actor: Actor, messageId: string) {
  const row = db()
    .select({ id: messages.id, ownerId: messages.ownerId })
    .from(messages)
    .where(and(scope(actor, "message.handle", { ownerId: messages.ownerId }), eq(messages.id, messageId)))
    .get();
  if (!row) throw new NotFoundError("message");
  return row;
}

/** What anyone of the office may know of a provider: name, kind, commune, referent, last seen. At most 8. */
export function findProvidersForDesk(actor: Actor, words: string) {
  const folded = fold(words).split(" ").filter(Boolean).slice(0, 8);
  if (folded.join("").length < 2) return [];
  const all = folded.map((word) => sql`${providers.searchText} LIKE ${`%${escapeLike(word)}%`} ESCAPE '\\'`);
  return db()
    .select(brief)
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(users, eq(users.id, providers.referentId))
    .where(and(inScope(actor, "provider.find"), ...all))
    .orderBy(desc(providers.lastSupportOn), asc(providers.name))
    .limit(8)
    .all();
}

/** The same of one provider, in the scope of `permission`; throws NotFoundError out of sight. */
export function getProviderForDesk(actor: Actor, providerId: string, permission: Permission) {
  const row = db()
    .select(brief)
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(users, eq(users.id, providers.referentId))
    .where(and(inScope(actor, permission), inArray(providers.id, [providerId])))
    .get();
  if (!row) throw new NotFoundError("provider");
  return { ...row, providerId: row.id };
}

const brief = {
  id: providers.id,
  ownerId: providers.ownerId,
  name: providers.name,
  kind: providers.kind,
  commune: communes.name,
  referentId: providers.referentId,
  referent: users.name,
  lastSupportOn: providers.lastSupportOn,
};

function inScope(actor: Actor, permission: Permission) {
  const owned = scope(actor, permission, { ownerId: providers.ownerId, providerId: providers.id });
  return and(owned, isNull(providers.deletedAt), isNull(providers.mergedIntoId));
}
