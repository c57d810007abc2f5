import { and, asc, count, desc, eq, exists, gte, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { rolesWith } from "~/access/appoint";
import type { Permission } from "~/access/can";
import { db } from "~/db/client.server";
import { absences, memberships, users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { listOrganisationsFor } from "~/features/organisations/queries.server";
import { dayAt, todayIn, todayOf } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";

const pageSize = 50;

/** The organisations in which the actor manages people. */
export const managedIds = (actor: Actor, permission: Permission = "organisation.people"): string[] =>
  listOrganisationsFor(actor, permission).map((one) => one.id);

const isManaged = (actor: Actor): SQL => inArray(memberships.organisationId, managedIds(actor));
const isNotOver = (today: string) => or(isNull(memberships.endsOn), gte(memberships.endsOn, today));

/** A page of the people who work, or will, where the actor manages people; by name; `next` is the cursor. */
export function listPeople(actor: Actor, filter: { office?: string | undefined; after?: string | undefined }) {
  const inOffice = filter.office ? eq(memberships.organisationId, filter.office) : undefined;
  const works = db()
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.userId, users.id), isManaged(actor), inOffice, isNotOver(todayOf(actor))));
  const [name = "", id = ""] = (filter.after ?? "").split("|");
  const rows = db()
    .select({ id: users.id, name: users.name, email: users.email, suspendedAt: users.suspendedAt })
    .from(users)
    .where(and(exists(works), filter.after ? sql`(${users.name}, ${users.id}) > (${name}, ${id})` : undefined))
    .orderBy(asc(users.name), asc(users.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const held = listMemberships(actor, { userIds: page.map((row) => row.id), isCurrentOnly: true });
  return {
    rows: page.map((row) => ({ ...row, memberships: held.filter((one) => one.userId === row.id) })),
    next: rows.length > pageSize && last ? `${last.name}|${last.id}` : undefined,
  };
}

/** How many roles the people of this list hold where the actor manages people. */
export function countRolesHeld(actor: Actor, { office }: { office?: string | undefined }): number {
  const inOffice = office ? eq(memberships.organisationId, office) : undefined;
  const held = and(isManaged(actor), inOffice, isNotOver(todayOf(actor)));
  const joined = db().select({ count: count() }).from(memberships).innerJoin(users, eq(users.id, memberships.userId));
  return joined.where(held).get()?.count ?? 0;
}

/** Memberships of these people where the actor manages people, the newest first. */
function listMemberships(actor: Actor, asked: { userIds: readonly string[]; isCurrentOnly: boolean }) {
  if (asked.userIds.length === 0) return [];
  return db()
    .select(membershipColumns)
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(memberships.userId, [...asked.userIds]),
        isManaged(actor),
        asked.isCurrentOnly ? isNotOver(todayOf(actor)) : undefined,
      ),
    )
    .orderBy(desc(memberships.startsOn), asc(organisations.name))
    .limit(500)
    .all();
}

const membershipColumns = {
  id: memberships.id,
  userId: memberships.userId,
  ownerId: memberships.organisationId,
  organisation: organisations.name,
  person: users.name,
  role: memberships.role,
  startsOn: memberships.startsOn,
  endsOn: memberships.endsOn,
  workingDays: memberships.workingDays,
  hoursPerYear: memberships.hoursPerYear,
  version: memberships.version,
};

/** One person with what they hold where the actor manages people; throws NotFoundError for anybody else. */
export function getPerson(actor: Actor, userId: string) {
  const held = listMemberships(actor, { userIds: [userId], isCurrentOnly: false });
  const user = db().select().from(users).where(eq(users.id, userId)).get();
  const [first] = held;
  if (!user || !first) throw new NotFoundError("person");
  const { id, name, email, jobTitle, suspendedAt } = user;
  return { id, name, email, jobTitle, suspendedAt, ownerId: first.ownerId, memberships: held };
}

/** One membership where the actor manages people; throws NotFoundError elsewhere. */
export function getMembership(actor: Actor, membershipId: string) {
  const row = db()
    .select(membershipColumns)
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.id, membershipId), isManaged(actor)))
    .get();
  if (!row) throw new NotFoundError("membership");
  return row;
}

/** Every role that a person now holds anywhere: what suspending them touches. */
export function listRolesHeld(userId: string) {
  const at = now();
  return db()
    .select({ role: memberships.role, organisationId: memberships.organisationId, endsOn: memberships.endsOn })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .all()
    .filter(({ endsOn, organisationId }) => endsOn === null || endsOn >= dayAt(organisationId, at));
}

/** Who else now coaches in this organisation: substitutes and successors. */
export function listCoachesBeside(organisationIds: readonly string[], userId: string) {
  if (organisationIds.length === 0) return [];
  const today = todayIn(organisationIds);
  return db()
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(memberships.organisationId, [...organisationIds]),
        inArray(memberships.role, [...rolesWith("provider.coach")]),
        ne(users.id, userId),
        isNull(users.suspendedAt),
        lte(memberships.startsOn, today),
        isNotOver(today),
      ),
    )
    .orderBy(asc(users.name))
    .limit(100)
    .all();
}

/** A person's absences not yet over on a day (ISO), the next first, with who stands in. */
export function listAbsences(userId: string, today: string) {
  return db()
    .select({ id: absences.id, startsOn: absences.startsOn, endsOn: absences.endsOn, substitute: users.name })
    .from(absences)
    .leftJoin(users, eq(users.id, absences.substituteId))
    .where(and(eq(absences.userId, userId), gte(absences.endsOn, today)))
    .orderBy(asc(absences.startsOn))
    .limit(50)
    .all();
}

/** Who stands in for a person on a day (ISO); undefined when they are there or nobody was named. */
export function findSubstitute(userId: string, day: string): { id: string; name: string } | undefined {
  return db()
    .select({ id: users.id, name: users.name })
    .from(absences)
    .innerJoin(users, eq(users.id, absences.substituteId))
    .where(and(eq(absences.userId, userId), lte(absences.startsOn, day), gte(absences.endsOn, day)))
    .get();
}
