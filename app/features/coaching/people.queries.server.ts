import { and, asc, desc, eq, gte, inArray, isNull, like, lte, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Permission, rolesWith } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { isAmong } from "~/db/among.server";
import { builtOnce, db } from "~/db/client.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, establishments, providers } from "~/db/schema/providers.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { escapeLike, fold } from "~/lib/fold";

interface Office {
  id: string;
  zone: string;
}

const staffShown = 50;

/** The people who hold this permission's roles at an office today, by name. */
export function listStaff(office: Office, permission: Permission) {
  const today = dayIn(office.zone, now());
  return staffOf().all({ office: office.id, roles: JSON.stringify(rolesWith(permission)), today });
}

const staffOf = builtOnce((orm) => {
  const { organisationId, userId, role, startsOn, endsOn } = memberships;
  const today = sql.placeholder("today");
  return orm
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        eq(organisationId, sql.placeholder("office")),
        isAmong(role, sql.placeholder("roles")),
        lte(startsOn, today),
        or(isNull(endsOn), gte(endsOn, today)),
        isNull(users.suspendedAt),
      ),
    )
    .orderBy(asc(users.name))
    .limit(staffShown)
    .prepare();
});

/** The offices around this one: its parent, its neighbours under the same parent, and those below it. */
export function listNeighbours(office: { id: string }) {
  return neighboursOf().all({ office: office.id });
}

const neighboursOf = builtOnce((orm) => {
  const { id, parentId, name } = organisations;
  const office = sql.placeholder("office");
  const parent = orm.select({ id: parentId }).from(organisations).where(eq(id, office));
  return orm
    .select({ id, name })
    .from(organisations)
    .where(or(inArray(id, parent), inArray(parentId, parent), eq(parentId, office), eq(id, office)))
    .orderBy(asc(name))
    .limit(200)
    .prepare();
});

/** At most 6 contacts of this office's providers whose name, mail or phone holds the words. */
export function searchContacts(actor: Actor, words: string, office: Office) {
  const folded = fold(words);
  if (folded.length < 2) return [];
  const text = sql`lower(${contacts.name} || ' ' || coalesce(${contacts.email}, '') || ' ' || coalesce(${contacts.phone}, ''))`;
  const typed = words.trim().toLowerCase();
  return db()
    .select({ id: contacts.id, name: contacts.name, providerId: providers.id, provider: providers.name })
    .from(contacts)
    .innerJoin(providers, eq(providers.id, contacts.providerId))
    .where(
      and(
        inOffice(actor, office),
        isNull(contacts.deletedAt),
        current(office),
        sql`${like(text, `%${escapeLike(typed)}%`)} ESCAPE '\\'`,
      ),
    )
    .orderBy(desc(providers.lastSupportOn), asc(contacts.name))
    .limit(6)
    .all();
}

/** The providers that the actor follows at this office, by name: a list to tick. */
export function listOwnProviders(actor: Actor, office: Office) {
  return db()
    .select({ id: providers.id, name: providers.name, kind: providers.kind })
    .from(providers)
    .where(and(inOffice(actor, office), eq(providers.referentId, actor.userId)))
    .orderBy(asc(providers.searchText), asc(providers.id))
    .limit(300)
    .all();
}

/** The present contacts of these providers. */
export function listContactsOf(actor: Actor, providerIds: readonly string[], office: Office) {
  if (providerIds.length === 0) return [];
  return db()
    .select({ id: contacts.id, providerId: contacts.providerId, name: contacts.name, function: contacts.function })
    .from(contacts)
    .innerJoin(providers, eq(providers.id, contacts.providerId))
    .where(
      and(inOffice(actor, office), inArray(contacts.providerId, [...providerIds]), isNull(contacts.deletedAt), current(office)),
    )
    .orderBy(asc(contacts.name))
    .limit(500)
    .all();
}

/** The establishments of these providers, the main ones first. */
export function listEstablishmentsOf(actor: Actor, providerIds: readonly string[], office: Office) {
  if (providerIds.length === 0) return [];
  return db()
    .select({ id: establishments.id, providerId: establishments.providerId, name: establishments.name })
    .from(establishments)
    .innerJoin(providers, eq(providers.id, establishments.providerId))
    .where(and(inOffice(actor, office), inArray(establishments.providerId, [...providerIds]), isNull(establishments.deletedAt)))
    .orderBy(desc(establishments.isMain), asc(establishments.name))
    .limit(500)
    .all();
}

function inOffice(actor: Actor, office: Office): SQL | undefined {
  const inScope = scope(actor, "provider.coach", { ownerId: providers.ownerId });
  return and(inScope, eq(providers.ownerId, office.id), isNull(providers.deletedAt));
}

/** A contact is there from its first day to its last; one who returns each season stays. */
function current(office: Office): SQL | undefined {
  const today = dayIn(office.zone, now());
  return or(isNull(contacts.endsOn), gte(contacts.endsOn, today), eq(contacts.returnsEachSeason, true));
}
