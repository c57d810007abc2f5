import { and, asc, eq, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { hashToken } from "~/auth/tokens.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { workshopLinks, workshopRegistrations, workshopShares, workshops } from "~/db/schema/workshops.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import type { levels } from "~/lib/vocabulary";
import { countPeople, hasTheme, listFacilitators, listParts } from "./queries.server";

/** An organisation that has a public programme, and those whose workshops it shows: its own and its offices'. */
export function getProgramme(slug: string) {
  const own = db().select().from(organisations).where(eq(organisations.slug, slug)).get();
  if (!own) throw new NotFoundError("programme");
  const below = db()
    .select({ id: organisations.id, name: organisations.name, slug: organisations.slug })
    .from(organisations)
    .where(or(eq(organisations.id, own.id), eq(organisations.parentId, own.id)))
    .orderBy(asc(organisations.name))
    .limit(300)
    .all();
  return { own, offices: below };
}

export interface ProgrammeFilter {
  theme?: string | undefined;
  level?: (typeof levels)[number] | undefined;
  commune?: string | undefined;
  /** An office's slug. */
  office?: string | undefined;
  skip?: number | undefined;
}

const pageSize = 40;

/** Public workshops to come of these organisations, the next first; seats are counted, nobody is named. */
export function listPublicWorkshops(offices: readonly { id: string; slug: string }[], filter: ProgrammeFilter) {
  const asked = filter.office ? offices.filter((one) => one.slug === filter.office) : offices;
  const skip = filter.skip ?? 0;
  const rows = db()
    .select({ workshop: workshops, office: organisations.name, slug: organisations.slug })
    .from(workshops)
    .innerJoin(organisations, eq(organisations.id, workshops.ownerId))
    .where(
      and(
        isPublic(),
        gte(workshops.endsAt, now()),
        inArray(workshops.ownerId, [...asked.map((one) => one.id), ""]),
        hasTheme(filter.theme),
        filter.level ? eq(workshops.level, filter.level) : undefined,
        filter.commune ? eq(workshops.communeName, filter.commune) : undefined,
      ),
    )
    .orderBy(asc(workshops.startsAt), asc(workshops.id))
    .limit(pageSize + 1)
    .offset(skip)
    .all();
  const people = countPeople(rows.map((row) => row.workshop.id));
  return {
    rows: rows.slice(0, pageSize).map(({ workshop, office, slug }) => ({
      ...workshop,
      office,
      slug,
      seated: people.get(workshop.id)?.seated ?? 0,
      parts: listParts(workshop.id),
    })),
    next: rows.length > pageSize ? skip + pageSize : undefined,
  };
}

/** Communes that have a public workshop to come, for the filter. */
export function listProgrammeCommunes(offices: readonly { id: string }[]): string[] {
  const rows = db()
    .selectDistinct({ name: workshops.communeName })
    .from(workshops)
    .where(and(isPublic(), gte(workshops.endsAt, now()), inArray(workshops.ownerId, [...offices.map((one) => one.id), ""])))
    .orderBy(asc(workshops.communeName))
    .limit(200)
    .all();
  return rows.flatMap((row) => (row.name ? [row.name] : []));
}

/** One public workshop of a programme, cancelled and past ones too; throws NotFoundError for any other. */
export function getPublicWorkshop(slug: string, workshopId: string) {
  const programme = getProgramme(slug);
  const ids = programme.offices.map((one) => one.id);
  const row = db()
    .select()
    .from(workshops)
    .where(and(isPublic(), eq(workshops.id, workshopId), inArray(workshops.ownerId, ids)))
    .get();
  if (!row) throw new NotFoundError("workshop");
  return { programme, workshop: complete(row) };
}

/** What the hosts of one's own providers may join: their office's, those shared with it, public ones of the office. */
export function listHostWorkshops(actor: Actor) {
  const rows = db()
    .select({ workshop: workshops, office: organisations.name })
    .from(workshops)
    .innerJoin(organisations, eq(organisations.id, workshops.ownerId))
    .where(and(forHost(actor), gte(workshops.endsAt, now())))
    .orderBy(asc(workshops.startsAt), asc(workshops.id))
    .limit(100)
    .all();
  const people = countPeople(rows.map((row) => row.workshop.id));
  return rows.map(({ workshop, office }) => ({
    ...workshop,
    office,
    seated: people.get(workshop.id)?.seated ?? 0,
    parts: listParts(workshop.id),
  }));
}

/** One workshop that a host may join; throws NotFoundError for any other. */
export function getHostWorkshop(actor: Actor, workshopId: string) {
  const row = db()
    .select()
    .from(workshops)
    .where(and(forHost(actor), eq(workshops.id, workshopId)))
    .get();
  if (!row) throw new NotFoundError("workshop");
  return complete(row);
}

/** The registrations of the actor's own login or providers, the last first. */
export function listOwnRegistrations(actor: Actor) {
  const mine = or(
    eq(workshopRegistrations.userId, actor.userId),
    inArray(workshopRegistrations.providerId, [...actor.providerIds, ""]),
  );
  return db()
    .select({ registration: workshopRegistrations, workshop: workshops })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .where(and(mine, isNull(workshops.deletedAt)))
    .orderBy(sql`${workshops.startsAt} DESC`)
    .limit(100)
    .all();
}

type Purpose = (typeof workshopLinks.$inferSelect)["purpose"];

/** The registration that a key opens for one purpose, with its workshop; throws NotFoundError for a key that never was. */
export function getByLink(token: string, purpose: Purpose) {
  const row = db()
    .select({ link: workshopLinks, registration: workshopRegistrations, workshop: workshops, office: organisations })
    .from(workshopLinks)
    .innerJoin(workshopRegistrations, eq(workshopRegistrations.id, workshopLinks.registrationId))
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .innerJoin(organisations, eq(organisations.id, workshops.ownerId))
    .where(and(eq(workshopLinks.tokenHash, hashToken(token)), eq(workshopLinks.purpose, purpose)))
    .get();
  if (!row) throw new NotFoundError("link");
  // A workshop put later keeps its keys good until its new end.
  const until = purpose === "manage" ? row.workshop.endsAt : row.link.expiresAt;
  return { ...row, workshop: complete(row.workshop), isSpent: now() >= until };
}

/** The rank of a waiting person: 1 is the next. */
export function rankOf(registration: { workshopId: string; position: number }): number {
  const row = db()
    .select({ before: sql<number>`count(*)` })
    .from(workshopRegistrations)
    .where(
      and(
        eq(workshopRegistrations.workshopId, registration.workshopId),
        eq(workshopRegistrations.state, "waiting"),
        sql`${workshopRegistrations.position} < ${registration.position}`,
      ),
    )
    .get();
  return (row?.before ?? 0) + 1;
}

function complete(row: typeof workshops.$inferSelect) {
  const seated = countPeople([row.id]).get(row.id)?.seated ?? 0;
  return { ...row, seated, parts: listParts(row.id), facilitators: listFacilitators(row.id) };
}
export type CompleteWorkshop = ReturnType<typeof complete>;

function isPublic(): SQL | undefined {
  return and(eq(workshops.audience, "public"), sql`${workshops.state} <> 'draft'`, isNull(workshops.deletedAt));
}

function forHost(actor: Actor): SQL | undefined {
  const offices = db()
    .select({ id: providers.ownerId })
    .from(providers)
    .where(and(inArray(providers.id, [...actor.providerIds, ""]), isNull(providers.deletedAt)));
  const parents = db().select({ id: organisations.parentId }).from(organisations).where(inArray(organisations.id, offices));
  const shared = db()
    .select({ id: workshopShares.workshopId })
    .from(workshopShares)
    .where(inArray(workshopShares.organisationId, offices));
  return and(
    or(
      inArray(workshops.ownerId, offices),
      inArray(workshops.id, shared),
      and(eq(workshops.audience, "public"), inArray(workshops.ownerId, parents)),
    ),
    sql`${workshops.state} <> 'draft'`,
    isNull(workshops.deletedAt),
  );
}
