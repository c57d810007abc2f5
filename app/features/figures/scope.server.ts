import { and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisationCommunes } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";

/** The INSEE codes that each of these offices covers, as its settings say; no entry for one that names none. */
export function coveredBy(owners: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = db()
    .select()
    .from(organisationCommunes)
    .where(inArray(organisationCommunes.organisationId, [...owners]))
    .all();
  const covered = new Map<string, Set<string>>();
  for (const { organisationId, inseeCode } of rows) {
    const own = covered.get(organisationId);
    if (own) own.add(inseeCode);
    else covered.set(organisationId, new Set([inseeCode]));
  }
  return covered;
}

/** The same as a condition on `providers`. */
export const isInScope = (): SQL => {
  const { organisationId, inseeCode } = organisationCommunes;
  const own = and(eq(organisationId, providers.ownerId), eq(inseeCode, providers.inseeCode));
  return exists(db().select({ one: sql`1` }).from(organisationCommunes).where(own));
};
