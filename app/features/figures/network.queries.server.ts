import { and, asc, between, type Column, desc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { db, prepared } from "~/db/client.server";
import { declaredMonths, monthSummaries, networkMonths, organisationAncestors } from "~/db/schema/figures.server";
import { organisations } from "~/db/schema/organisations.server";
import { workshopRegistrations, workshopShares, workshops } from "~/db/schema/workshops.server";
import type { organisationKinds } from "~/lib/vocabulary";

// The sums over all organisations below one, kept by triggers (design G4): none of these reads grows with
// the sessions. The caller has made sure that the network may be seen.

/** Whole months, both included, of one civil year. */
export interface NetworkMonths {
  from: string;
  to: string;
}

const total = (column: Column) => sql<number>`sum(${column})`;

/** Sessions, supports and contact minutes by month and kind; other work left out. */
export function listNetworkMonths(networkId: string, { from, to }: NetworkMonths) {
  return db()
    .select({
      month: networkMonths.month,
      kind: networkMonths.kind,
      sessions: total(networkMonths.sessions),
      supports: total(networkMonths.supports),
      minutes: total(networkMonths.minutes),
    })
    .from(networkMonths)
    .where(and(ofNetwork(networkId, { from, to }), eq(networkMonths.dimension, "theme")))
    .groupBy(networkMonths.month, networkMonths.kind)
    .all();
}

/** Sessions by theme and by channel, the empty text for none, the most first. */
export function listNetworkTopics(networkId: string, months: NetworkMonths) {
  const sessions = total(networkMonths.sessions);
  return db()
    .select({ dimension: networkMonths.dimension, code: networkMonths.code, sessions })
    .from(networkMonths)
    .where(ofNetwork(networkId, months))
    .groupBy(networkMonths.dimension, networkMonths.code)
    .having(sql`sum(${networkMonths.sessions}) <> 0`)
    .orderBy(desc(sessions))
    .all();
}

function ofNetwork(networkId: string, { from, to }: NetworkMonths): SQL | undefined {
  return and(
    eq(networkMonths.networkId, networkId),
    between(networkMonths.month, from, to),
    ne(networkMonths.kind, "other_work"),
  );
}

/** One organisation below a network, with its year; distinct providers included. */
export interface NetworkOffice {
  id: string;
  name: string;
  kind: (typeof organisationKinds)[number];
  parentId: string | null;
  sessions: number;
  supports: number;
  minutes: number;
  reached: number;
  /** Not deleted; the closed are among them. */
  providers: number;
}

type Count = number | null;
type OfficeRow = [string, string, NetworkOffice["kind"], string | null, Count, Count, Count, Count, Count];

const everyOffice = `
  SELECT o.id, o.name, o.kind, o.parent_id, y.sessions, y.supports, y.minutes, y.reached, k.providers
  FROM organisation_ancestors a JOIN organisations o ON o.id = a.organisation_id
    LEFT JOIN office_years y ON y.owner_id = o.id AND y.year = ?
    LEFT JOIN office_known k ON k.owner_id = o.id
  WHERE a.ancestor_id = ? AND (o.kind = 'office' OR y.sessions <> 0)
  ORDER BY o.name LIMIT 5000`;

/** Every organisation below that is an office, or that has logged something, by name: of a thousand, each row read as it comes. */
export function listNetworkOffices(networkId: string, year: string): NetworkOffice[] {
  return prepared<[string, string], OfficeRow>(everyOffice)
    .raw()
    .all(year, networkId)
    .map(([id, name, kind, parentId, sessions, supports, minutes, reached, providers]) => ({
      id,
      name,
      kind,
      parentId,
      sessions: sessions ?? 0,
      supports: supports ?? 0,
      minutes: minutes ?? 0,
      reached: reached ?? 0,
      providers: providers ?? 0,
    }));
}

/** The organisations between the network and its offices that hold others: pays and the like, by name. */
export function listNetworkTerritories(networkId: string) {
  return db()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisationAncestors)
    .innerJoin(organisations, eq(organisations.id, organisationAncestors.organisationId))
    .where(and(eq(organisationAncestors.ancestorId, networkId), eq(organisations.kind, "territory")))
    .orderBy(asc(organisations.name))
    .limit(500)
    .all();
}

/** Months typed in for offices that log nothing here; a month in which the office has logged since does not count. */
export function listDeclaredMonths(networkId: string, { from, to }: NetworkMonths) {
  const logged = db()
    .select({ one: sql`1` })
    .from(monthSummaries)
    .where(
      and(
        eq(monthSummaries.ownerId, declaredMonths.ownerId),
        eq(monthSummaries.month, declaredMonths.month),
        sql`${monthSummaries.sessions} <> 0`,
      ),
    );
  return db()
    .select({
      ownerId: declaredMonths.ownerId,
      month: declaredMonths.month,
      sessions: declaredMonths.sessions,
      supports: declaredMonths.supports,
      minutes: declaredMonths.minutes,
      reached: declaredMonths.reached,
    })
    .from(declaredMonths)
    .innerJoin(organisationAncestors, eq(organisationAncestors.organisationId, declaredMonths.ownerId))
    .where(
      and(
        eq(organisationAncestors.ancestorId, networkId),
        between(declaredMonths.month, from, to),
        isNull(declaredMonths.deletedAt),
        sql`NOT EXISTS ${logged}`,
      ),
    )
    .all();
}
export type DeclaredMonth = ReturnType<typeof listDeclaredMonths>[number];

const shownWorkshops = 50;

/** Workshops of the year that several offices share, the last first: offices, seats kept, people who came; at most 50. */
export function listPooledWorkshops(networkId: string, year: string) {
  const below = db()
    .select({ id: organisationAncestors.organisationId })
    .from(organisationAncestors)
    .where(eq(organisationAncestors.ancestorId, networkId));
  return db()
    .select({
      id: workshops.id,
      title: workshops.title,
      heldOn: workshops.heldOn,
      state: workshops.state,
      owner: organisations.name,
      offices: sql<number>`count(DISTINCT ${workshopShares.organisationId})`,
      seats: sql<number>`sum(${workshopShares.seats})`,
      present: sql<number>`(SELECT count(*) FROM ${workshopRegistrations}
        WHERE ${workshopRegistrations.workshopId} = ${workshops.id} AND ${workshopRegistrations.presence} = 'present') + ${workshops.headCount}`,
    })
    .from(workshops)
    .innerJoin(workshopShares, eq(workshopShares.workshopId, workshops.id))
    .innerJoin(organisations, eq(organisations.id, workshops.ownerId))
    .where(
      and(
        or(eq(workshops.ownerId, networkId), inArray(workshops.ownerId, below)),
        between(workshops.heldOn, `${year}-01-01`, `${year}-12-31`),
        isNull(workshops.deletedAt),
        sql`${workshops.state} NOT IN ('draft', 'cancelled')`,
      ),
    )
    .groupBy(workshops.id)
    .having(sql`count(DISTINCT ${workshopShares.organisationId}) > 1`)
    .orderBy(desc(workshops.heldOn), desc(workshops.id))
    .limit(shownWorkshops)
    .all();
}

/** Every month typed in for an office, the last first; at most 60. */
export function listOfficeDeclarations(officeId: string) {
  const { month, sessions, supports, minutes, reached } = declaredMonths;
  return db()
    .select({ month, sessions, supports, minutes, reached })
    .from(declaredMonths)
    .where(and(eq(declaredMonths.ownerId, officeId), isNull(declaredMonths.deletedAt)))
    .orderBy(desc(month))
    .limit(60)
    .all();
}
