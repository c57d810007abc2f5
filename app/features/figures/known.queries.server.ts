import { and, between, eq, gt, isNull, lt, notExists, or, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { providerClosures, providerMonths } from "~/db/schema/figures.server";
import { coversDay } from "~/features/providers/closed.queries.server";

/**
 * Of the providers that each organisation has, those it does not count as known, by its id: every establishment
 * had closed or been sold when the year began, and they were not met in it, as the dashboards say. Kept by triggers.
 */
export function countClosedByOffice(year: string): Map<string, number> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const { providerId, ownerId, lastSupportOn } = providerClosures;
  const inYear = between(providerMonths.month, `${year}-01`, `${year}-12`);
  const months = db()
    .select({ one: sql`1` })
    .from(providerMonths)
    .where(and(eq(providerMonths.providerId, providerId), eq(providerMonths.ownerId, ownerId), inYear));
  const isUnmet = or(isNull(lastSupportOn), lt(lastSupportOn, first), and(gt(lastSupportOn, last), notExists(months)));
  const rows = db()
    .select({ ownerId, count: sql<number>`count(*)` })
    .from(providerClosures)
    .where(and(coversDay(first), isUnmet))
    .groupBy(ownerId)
    .all();
  return new Map(rows.map((row) => [row.ownerId, row.count]));
}
