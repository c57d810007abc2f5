import { asc, count, eq, inArray } from "drizzle-orm";
import { db } from "~/db/client.server";
import { communeOutlines } from "~/db/schema/organisations.server";
import type { Outline } from "~/lib/outlines";

/** The outlines that these organisations loaded, one a commune; offices of one land may have the same. */
export function listOutlines(organisationIds: readonly string[]): Outline[] {
  const rows = db()
    .select({ inseeCode: communeOutlines.inseeCode, geometry: communeOutlines.geometry })
    .from(communeOutlines)
    .where(inArray(communeOutlines.organisationId, [...organisationIds]))
    .orderBy(asc(communeOutlines.inseeCode))
    .limit(2000)
    .all();
  const byCommune = new Map(rows.map((row) => [row.inseeCode, row.geometry]));
  return [...byCommune].map(([inseeCode, geometry]) => ({ inseeCode, geometry }));
}

/** How many communes of an organisation have their outline. */
export function countOutlines(organisationId: string): number {
  const row = db()
    .select({ count: count() })
    .from(communeOutlines)
    .where(eq(communeOutlines.organisationId, organisationId))
    .get();
  return row?.count ?? 0;
}
