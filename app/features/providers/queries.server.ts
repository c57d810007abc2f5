import { and, asc, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { communes } from "~/db/schema/organisations.server";
import { contacts, establishments, providers } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";
import { fold } from "~/lib/fold";
import { containsAll } from "./search.server";

/** One provider with its main place, in the scope of `permission`; throws NotFoundError out of sight. */
export function getProvider(actor: Actor, providerId: string, permission: Permission = "provider.view") {
  const row = db()
    .select({
      id: providers.id,
      ownerId: providers.ownerId,
      name: providers.name,
      siret: providers.siret,
      kind: providers.kind,
      referentId: providers.referentId,
      referent: users.name,
      commune: communes.name,
      firstSupportOn: providers.firstSupportOn,
      lastSupportOn: providers.lastSupportOn,
      version: providers.version,
    })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(users, eq(users.id, providers.referentId))
    .where(and(inScope(actor, permission), eq(providers.id, providerId)))
    .get();
  if (!row) throw new NotFoundError("provider");
  return { ...row, providerId: row.id };
}

/** Where a merged provider's old address leads: the survivor's id, undefined when it was not merged. */
export function findSurvivorId(actor: Actor, providerId: string): string | undefined {
  const visible = scope(actor, "provider.find", { ownerId: providers.ownerId, providerId: providers.id });
  const step = (id: string) =>
    db()
      .select({ into: providers.mergedIntoId })
      .from(providers)
      .where(and(visible, eq(providers.id, id)))
      .get()?.into ?? undefined;
  let survivor = step(providerId);
  for (let hops = 0; survivor && hops < 10; hops++) {
    const further = step(survivor);
    if (!further) break;
    survivor = further;
  }
  return survivor;
}

/** At most 12 providers of one owner that match the words, last seen first: what a form's search shows. */
export function searchProviders(actor: Actor, words: string, ownerId: string) {
  if (fold(words).length < 2) return [];
  return db()
    .select({ id: providers.id, name: providers.name, kind: providers.kind, commune: communes.name })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(and(inScope(actor, "provider.find"), eq(providers.ownerId, ownerId), containsAll(words)))
    .orderBy(desc(providers.lastSupportOn), asc(providers.name))
    .limit(12)
    .all();
}

/** Those of the ids that are providers of this owner, within the actor's scope: ids from a form are read again. */
export function listProvidersById(actor: Actor, ids: readonly string[], permission: Permission) {
  if (ids.length === 0) return [];
  return db()
    .select({ id: providers.id, ownerId: providers.ownerId, name: providers.name, kind: providers.kind, commune: communes.name })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(and(inScope(actor, permission), inArray(providers.id, [...ids])))
    .all();
}

/** A provider's establishments still there, the main one first. */
export function listEstablishments(actor: Actor, providerId: string) {
  return db()
    .select({
      id: establishments.id,
      name: establishments.name,
      kind: establishments.kind,
      street: establishments.street,
      postcode: establishments.postcode,
      commune: communes.name,
      communeName: establishments.communeName,
    })
    .from(establishments)
    .innerJoin(providers, eq(providers.id, establishments.providerId))
    .leftJoin(communes, eq(communes.inseeCode, establishments.inseeCode))
    .where(and(inScope(actor, "provider.view"), eq(establishments.providerId, providerId), isNull(establishments.deletedAt)))
    .orderBy(desc(establishments.isMain), asc(establishments.name))
    .limit(100)
    .all();
}

/** A provider's contacts of today. */
export function listContacts(actor: Actor, providerId: string) {
  return db()
    .select({
      id: contacts.id,
      name: contacts.name,
      function: contacts.function,
      email: contacts.email,
      phone: contacts.phone,
      preferredWay: contacts.preferredWay,
    })
    .from(contacts)
    .innerJoin(providers, eq(providers.id, contacts.providerId))
    .where(and(inScope(actor, "provider.view"), eq(contacts.providerId, providerId), isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.name))
    .limit(100)
    .all();
}

function inScope(actor: Actor, permission: Permission): SQL | undefined {
  return and(scope(actor, permission, { ownerId: providers.ownerId, providerId: providers.id }), isNull(providers.deletedAt));
}
