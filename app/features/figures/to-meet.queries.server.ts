import { and, asc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { communes } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { todayIn } from "~/features/organisations/zone.queries.server";
import { addMonths } from "~/lib/dates";
import { knownIn, reachedNow } from "./coverage.queries.server";
import { longSinceMonths, rowsOnPage } from "./model";
import { isBroken, ofProvider, presenceConditions, presenceOf, unknownConditions } from "./presence.server";
import { type FigureAsked, officesOfFigures } from "./queries.server";

/**
 * Whom to meet next: known providers never met, or not met for twelve months as of today, those with
 * the most reasons first (no channel that answers, one that is broken, alone in their commune), then by
 * name. Within those whom the actor may list; `next` is the following page's number.
 */
export function listToMeet(actor: Actor, asked: FigureAsked, page = { size: rowsOnPage, number: 0 }) {
  const owners = officesOfFigures(actor, asked.office);
  const { ownSite, onlineBooking, googleProfile } = presenceConditions;
  const isNever = sql<number>`${providers.firstSupportOn} IS NULL`;
  const noted = sql`NOT (${unknownConditions.ownSite} AND ${unknownConditions.onlineBooking} AND ${unknownConditions.googleProfile})`;
  const isSilent = sql`(${noted} AND NOT (${ownSite} OR ${onlineBooking} OR ${googleProfile}))`;
  const isAlone = sql`coalesce(neighbours.count = 1, 0)`;
  const reasons = sql<number>`(2 * (${isNever}) + 2 * (${isSilent}) + ${isBroken} + ${isAlone})`;
  const rows = db()
    .select({
      id: providers.id,
      name: providers.name,
      kind: providers.kind,
      commune: communes.name,
      lastSupportOn: providers.lastSupportOn,
      isNever,
      isSilent: sql<number>`${isSilent}`,
      isBroken: sql<number>`${isBroken}`,
      isAlone: sql<number>`${isAlone}`,
    })
    .from(providers)
    .leftJoin(reachedNow(owners, asked), sql`now.provider_id = ${providers.id}`)
    .leftJoin(presenceOf(owners), ofProvider)
    .leftJoin(neighboursOf(owners), isNeighbour)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(unmet(actor, owners, asked))
    .orderBy(sql`${reasons} DESC`, asc(providers.name), asc(providers.id))
    .limit(page.size + 1)
    .offset(page.number * page.size)
    .all();
  return { rows: rows.slice(0, page.size), next: rows.length > page.size ? page.number + 1 : undefined };
}

/** How many providers `listToMeet` pages through. */
export function countToMeet(actor: Actor, asked: FigureAsked): number {
  const owners = officesOfFigures(actor, asked.office);
  const row = db()
    .select({ count: sql<number>`count(*)` })
    .from(providers)
    .leftJoin(reachedNow(owners, asked), sql`now.provider_id = ${providers.id}`)
    .where(unmet(actor, owners, asked))
    .get();
  return row?.count ?? 0;
}

function unmet(actor: Actor, owners: readonly string[], asked: FigureAsked): SQL | undefined {
  const longSince = addMonths(todayIn(owners), -longSinceMonths);
  const isUnmet = or(isNull(providers.firstSupportOn), lt(providers.lastSupportOn, longSince));
  return and(scope(actor, "provider.list", providers), knownIn(owners, asked), isUnmet);
}

/** How many providers each office knows in each commune, `neighbours`. */
const neighboursOf = (owners: readonly string[]) => sql`(
  SELECT ${providers.ownerId} AS owner_id, ${providers.inseeCode} AS insee_code, count(*) AS count FROM ${providers}
  WHERE ${and(inArray(providers.ownerId, [...owners]), isNull(providers.deletedAt))}
  GROUP BY ${providers.ownerId}, ${providers.inseeCode}) AS neighbours`;
const isNeighbour = sql`neighbours.owner_id = ${providers.ownerId} AND neighbours.insee_code = ${providers.inseeCode}`;

export type ToMeet = ReturnType<typeof listToMeet>["rows"][number];
