import { and, asc, desc, eq, gt, inArray, isNull, like, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { officesInScope, scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { communes } from "~/db/schema/organisations.server";
import { contacts, establishments, providers } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";
import { escapeLike, fold } from "~/lib/fold";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { searchWords } from "./model";

export interface ProviderFilter {
  q?: string | undefined;
  kind?: EstablishmentKind | undefined;
  commune?: string | undefined;
  referent?: string | undefined;
  office?: string | undefined;
  /** The list's cursor: `name|id` of the last row shown. */
  after?: string | undefined;
}

const pageSize = 50;

/** A page of providers in the actor's scope, by name; `next` is the cursor of the following one. */
export function listProviders(actor: Actor, filter: ProviderFilter) {
  const rows = db()
    .select({
      id: providers.id,
      name: providers.name,
      kind: providers.kind,
      commune: communes.name,
      referent: users.name,
      lastSupportOn: providers.lastSupportOn,
    })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(users, eq(users.id, providers.referentId))
    .where(and(matching(actor, filter), afterCursor(filter.after)))
    .orderBy(asc(providers.name), asc(providers.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page, next: rows.length > pageSize && last ? `${last.name}|${last.id}` : undefined };
}

/** How many providers the filter matches. */
export function countProviders(actor: Actor, filter: ProviderFilter): number {
  const row = db().select({ count: sql<number>`count(*)` }).from(providers).where(matching(actor, filter)).get();
  return row?.count ?? 0;
}

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

function matching(actor: Actor, filter: ProviderFilter): SQL | undefined {
  const conditions: (SQL | undefined)[] = [inScope(actor, "provider.list")];
  if (filter.q) conditions.push(containsAll(filter.q));
  if (filter.kind) conditions.push(eq(providers.kind, filter.kind));
  if (filter.commune) conditions.push(eq(providers.inseeCode, filter.commune));
  if (filter.referent) conditions.push(eq(providers.referentId, filter.referent));
  if (filter.office) conditions.push(inArray(providers.ownerId, officesInScope(actor, "provider.list", filter.office)));
  return and(...conditions);
}

function inScope(actor: Actor, permission: Permission): SQL | undefined {
  return and(scope(actor, permission, { ownerId: providers.ownerId, providerId: providers.id }), isNull(providers.deletedAt));
}

/** Every word somewhere in the folded text; user text is a pattern's literal only (ASVS 1.2.9). */
function containsAll(typed: string): SQL | undefined {
  return and(...searchWords(typed).map((word) => sql`${like(providers.searchText, `%${escapeLike(word)}%`)} ESCAPE '\\'`));
}

function afterCursor(after: string | undefined): SQL | undefined {
  const cut = after?.lastIndexOf("|") ?? -1;
  if (after === undefined || cut < 0) return undefined;
  const name = after.slice(0, cut);
  const id = after.slice(cut + 1);
  return or(gt(providers.name, name), and(eq(providers.name, name), gt(providers.id, id)));
}
