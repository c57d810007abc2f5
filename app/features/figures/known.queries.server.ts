import { eq, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { officeKnown, organisationAncestors } from "~/db/schema/figures.server";
import { establishmentStates, establishments, providers } from "~/db/schema/providers.server";

/**
 * Providers known to each organisation below a network, by its id, as the dashboards count them: not deleted, and not
 * closed or sold before the year unless met in it. The sums are kept by triggers; only what closed is read.
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
  const first = `${year}-01-01`;
  const touched = sql`(SELECT DISTINCT e.provider_id AS id FROM ${establishmentStates} s INDEXED BY establishment_states_closed
    JOIN ${establishments} e ON e.id = s.establishment_id WHERE s.state IN ('closed', 'sold') AND s.from_on <= ${first})`;
  const state = sql`coalesce((SELECT s.state IN ('closed', 'sold') FROM ${establishmentStates} s
    WHERE s.establishment_id = e.id AND s.from_on <= ${first} ORDER BY s.from_on DESC LIMIT 1), 0)`;
  const isOpen = sql`EXISTS (SELECT 1 FROM ${establishments} e WHERE e.provider_id = p.id AND e.deleted_at IS NULL AND ${state} = 0)`;
  const isMet = sql`EXISTS (SELECT 1 FROM provider_months m WHERE m.owner_id = p.owner_id AND m.provider_id = p.id
    AND m.month BETWEEN ${`${year}-01`} AND ${`${year}-12`})`;
  return db().all<{ ownerId: string; count: number }>(sql`
    SELECT p.owner_id AS ownerId, count(*) AS count FROM ${touched} t JOIN ${providers} p ON p.id = t.id
    JOIN ${organisationAncestors} a ON a.organisation_id = p.owner_id AND a.ancestor_id = ${networkId}
    WHERE p.deleted_at IS NULL AND NOT ${isOpen} AND NOT ${isMet} GROUP BY p.owner_id`);
}
