import { and, asc, count, desc, eq, gte, inArray, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { ownersWhere, type Permission } from "~/access/can";
import { officesInScope, scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { sessionShares } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import {
  workshopCalls,
  workshopFacilitators,
  workshopParts,
  workshopRegistrations,
  workshopShares,
  workshops,
} from "~/db/schema/workshops.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { takesSeat } from "./model";

export interface WorkshopFilter {
  view?: "coming" | "past" | "draft" | undefined;
  office?: string | undefined;
  theme?: string | undefined;
  /** The list's cursor: `startsAt|id`. */
  after?: string | undefined;
}

const pageSize = 50;

const listed = (actor: Actor, filter: WorkshopFilter) =>
  and(inSight(actor, filter.office), isNull(workshops.deletedAt), inView(filter.view), hasTheme(filter.theme));

/** How many workshops of the actor's scope the filter holds. */
export const countWorkshops = (actor: Actor, filter: WorkshopFilter): number =>
  db().select({ held: count() }).from(workshops).where(listed(actor, filter)).get()?.held ?? 0;

/** A page of the programme in the actor's scope, pooled ones of other offices included; the next to come first. */
export function listWorkshops(actor: Actor, filter: WorkshopFilter) {
  const isPast = filter.view === "past";
  const rows = db()
    .select({ workshop: workshops, office: organisations.name })
    .from(workshops)
    .innerJoin(organisations, eq(organisations.id, workshops.ownerId))
    .where(and(listed(actor, filter), afterCursor(filter)))
    .orderBy(isPast ? desc(workshops.startsAt) : asc(workshops.startsAt), asc(workshops.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1)?.workshop;
  const people = countPeople(page.map((row) => row.workshop.id));
  return {
    rows: page.map(({ workshop, office }) => ({ ...workshop, office, ...(people.get(workshop.id) ?? nobody) })),
    next: rows.length > pageSize && last ? `${last.startsAt}|${last.id}` : undefined,
  };
}

/** Of one's own scope, or shared with an office of it, or handed to it to invite its own, once it is on the programme. */
function inSight(actor: Actor, office: string | undefined): SQL | undefined {
  if (office) return inArray(workshops.ownerId, officesInScope(actor, "workshop.view", office));
  return or(scope(actor, "workshop.view", workshops), isSharedWith(ownersWhere(actor, "workshop.view")));
}

function isSharedWith(organisationIds: readonly string[]): SQL | undefined {
  if (organisationIds.length === 0) return sql`0`;
  const shared = db()
    .select({ id: workshopShares.workshopId })
    .from(workshopShares)
    .where(inArray(workshopShares.organisationId, [...organisationIds]));
  const called = db()
    .select({ id: workshopCalls.workshopId })
    .from(workshopCalls)
    .where(inArray(workshopCalls.organisationId, [...organisationIds]));
  // Whoever's people came counts them, and sees what they are counted of.
  const counted = db()
    .select({ id: sessionShares.sessionId })
    .from(sessionShares)
    .where(inArray(sessionShares.organisationId, [...organisationIds]));
  const isTheirs = or(inArray(workshops.id, shared), inArray(workshops.id, called), inArray(workshops.sessionId, counted));
  return and(isTheirs, sql`${workshops.state} <> 'draft'`);
}

function inView(view: WorkshopFilter["view"]): SQL | undefined {
  if (view === "draft") return eq(workshops.state, "draft");
  const isAhead = gte(workshops.endsAt, now());
  if (view === "past") return and(lt(workshops.endsAt, now()), sql`${workshops.state} <> 'draft'`);
  return and(isAhead, sql`${workshops.state} <> 'draft'`);
}

export function hasTheme(theme: string | undefined): SQL | undefined {
  return theme ? sql`EXISTS (SELECT 1 FROM json_each(${workshops.themes}) WHERE value = ${theme})` : undefined;
}

function afterCursor({ after, view }: WorkshopFilter): SQL | undefined {
  const [at, id] = after?.split("|") ?? [];
  if (!at || !id) return undefined;
  const beyond = view === "past" ? lt(workshops.startsAt, Number(at)) : sql`${workshops.startsAt} > ${Number(at)}`;
  return or(beyond, and(eq(workshops.startsAt, Number(at)), sql`${workshops.id} > ${id}`));
}

interface PeopleCount {
  seated: number;
  waiting: number;
}
const nobody: PeopleCount = { seated: 0, waiting: 0 };

/** Seats taken (registered or offered) and people who wait, by workshop. */
export function countPeople(workshopIds: readonly string[]): ReadonlyMap<string, PeopleCount> {
  const rows = db()
    .select({ id: workshopRegistrations.workshopId, state: workshopRegistrations.state, count: sql<number>`count(*)` })
    .from(workshopRegistrations)
    .where(inArray(workshopRegistrations.workshopId, [...workshopIds, ""]))
    .groupBy(workshopRegistrations.workshopId, workshopRegistrations.state)
    .all();
  const counts = new Map<string, PeopleCount>();
  for (const { id, state, count } of rows) {
    const one = counts.get(id) ?? { ...nobody };
    if (takesSeat(state)) one.seated += count;
    if (state === "waiting") one.waiting += count;
    counts.set(id, one);
  }
  return counts;
}

/** One workshop with its parts and facilitators in the scope of `permission`; throws NotFoundError out of sight. */
export function getWorkshop(actor: Actor, workshopId: string, permission: Permission = "workshop.view") {
  const shared = permission === "workshop.view" ? isSharedWith(ownersWhere(actor, permission)) : undefined;
  const row = db()
    .select()
    .from(workshops)
    .where(and(or(scope(actor, permission, workshops), shared), eq(workshops.id, workshopId), isNull(workshops.deletedAt)))
    .get();
  if (!row) throw new NotFoundError("workshop");
  return { ...row, parts: listParts(row.id), facilitators: listFacilitators(row.id) };
}
export type WorkshopWithParts = ReturnType<typeof getWorkshop>;

/** The parts of a workshop in order. */
export function listParts(workshopId: string) {
  return db()
    .select()
    .from(workshopParts)
    .where(eq(workshopParts.workshopId, workshopId))
    .orderBy(asc(workshopParts.startsAt))
    .all();
}

export function listFacilitators(workshopId: string) {
  return db()
    .select({ id: users.id, name: users.name })
    .from(workshopFacilitators)
    .innerJoin(users, eq(users.id, workshopFacilitators.userId))
    .where(eq(workshopFacilitators.workshopId, workshopId))
    .orderBy(asc(users.name))
    .all();
}

/**
 * Who registered, in the order of arrival, with the provider they were matched to, or the other office
 * that counts them. Of a workshop out of the scope of names: those alone whom an office in it counts.
 */
export function listRegistrations(actor: Actor, workshopId: string) {
  const offices = ownersWhere(actor, "workshop.people");
  return db()
    .select({ registration: workshopRegistrations, provider: providers.name, office: organisations.name })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .leftJoin(
      organisations,
      and(eq(organisations.id, workshopRegistrations.organisationId), ne(organisations.id, workshops.ownerId)),
    )
    .leftJoin(providers, and(eq(providers.id, workshopRegistrations.providerId), inArray(providers.ownerId, offices)))
    .where(
      and(
        or(scope(actor, "workshop.people", workshops), inArray(workshopRegistrations.organisationId, offices)),
        eq(workshopRegistrations.workshopId, workshopId),
      ),
    )
    .orderBy(asc(workshopRegistrations.position))
    .limit(2000)
    .all()
    .map(({ registration, ...named }) => ({ ...registration, ...named }));
}
export type ListedRegistration = ReturnType<typeof listRegistrations>[number];

/** One registration with its workshop's owner, in the scope of `permission`; throws NotFoundError out of sight. */
export function getRegistration(actor: Actor, registrationId: string, permission: Permission) {
  const row = db()
    .select({ registration: workshopRegistrations, ownerId: workshops.ownerId })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .where(and(scope(actor, permission, workshops), eq(workshopRegistrations.id, registrationId)))
    .get();
  if (!row) throw new NotFoundError("registration");
  return { ...row.registration, ownerId: row.ownerId };
}
