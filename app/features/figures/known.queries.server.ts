import { and, between, eq, gt, isNull, lt, notExists, or, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { officeKnown, organisationAncestors, providerClosures, providerMonths } from "~/db/schema/figures.server";
import { coversDay } from "~/features/providers/closed.queries.server";

/**
 * Providers known to each organisation below a network, by its id, as the dashboards count them: not deleted, and not
 * closed or sold before the year unless met in it. Counts and closures are kept by triggers.
 */
export function listKnownByOffice(networkId: string, year: string): Map<string, number> {
  const rows = db()
    .select({ ownerId: officeKnown.ownerId, providers: officeKnown.providers })
    .from(organisationAncestors)
    .innerJoin(officeKnown, eq(officeKnown.ownerId, organisationAncestors.organisationId))
    .where(eq(organisationAncestors.ancestorId, networkId))
    .all();
  const known = new Map(rows.map((row) => [row.ownerId, row.providers]));
  for (const { ownerId, count } of listClosed(networkId, year)) known.set(ownerId, (known.get(ownerId) ?? 0) - count);
  return known;
}

/** Providers whose every establishment had closed or been sold when the year began, and that were not met in it. */
function listClosed(networkId: string, year: string) {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const { providerId, ownerId, lastSupportOn } = providerClosures;
  const inYear = between(providerMonths.month, `${year}-01`, `${year}-12`);
  const months = db()
    .select({ one: sql`1` })
    .from(providerMonths)
    .where(and(eq(providerMonths.providerId, providerId), eq(providerMonths.ownerId, ownerId), inYear));
  const isUnmet = or(isNull(lastSupportOn), lt(lastSupportOn, first), and(gt(lastSupportOn, last), notExists(months)));
  const closed = db()
    .select({ ownerId, count: sql<number>`count(*)`.as("count") })
    .from(providerClosures)
    .where(and(coversDay(first), isUnmet))
    .groupBy(ownerId)
    .as("closed");
  const { ancestorId, organisationId } = organisationAncestors;
  return db()
    .select({ ownerId: closed.ownerId, count: closed.count })
    .from(closed)
    .innerJoin(organisationAncestors, and(eq(organisationId, closed.ownerId), eq(ancestorId, networkId)))
    .all();
}
