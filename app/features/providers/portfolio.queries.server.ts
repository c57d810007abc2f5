import { and, count, eq, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { providers } from "~/db/schema/providers.server";

/** How many providers have this person as referent in an organisation that the actor was authorised for. */
export function countPortfolio(membership: { ownerId: string; userId: string }): number {
  const isTheirs = and(eq(providers.ownerId, membership.ownerId), eq(providers.referentId, membership.userId));
  const row = db()
    .select({ count: count() })
    .from(providers)
    .where(and(isTheirs, isNull(providers.deletedAt)))
    .get();
  return row?.count ?? 0;
}
