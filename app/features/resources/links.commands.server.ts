import { and, eq, notInArray } from "drizzle-orm";
import { db } from "~/db/client.server";
import { resourceLinks } from "~/db/schema/resources.server";
import { now } from "~/lib/clock";
import { addressesIn, type Outcome, verdictOf } from "./links.model";

interface Linking {
  id: string;
  url: string | null;
  body: string;
  deletedAt: number | null;
}

/** Notes the addresses that a resource now sends to, and forgets those that it left; inside the caller's transaction. */
export function keepLinks(resource: Linking): void {
  const addresses = resource.deletedAt === null ? addressesIn(resource) : [];
  const isIts = eq(resourceLinks.resourceId, resource.id);
  db()
    .delete(resourceLinks)
    .where(and(isIts, addresses.length > 0 ? notInArray(resourceLinks.url, addresses) : undefined))
    .run();
  if (addresses.length === 0) return;
  db()
    .insert(resourceLinks)
    .values(addresses.map((url) => ({ resourceId: resource.id, url })))
    .onConflictDoNothing()
    .run();
}

/** Notes what an address answered, on every resource that names it. */
export function noteOutcome(url: string, outcome: Outcome): void {
  const known = db().select().from(resourceLinks).where(eq(resourceLinks.url, url)).all();
  for (const row of known) {
    const { state, failures, movedTo, answer } = verdictOf(row, outcome);
    db()
      .update(resourceLinks)
      .set({ state, failures, movedTo, answer, checkedAt: now() })
      .where(and(eq(resourceLinks.url, url), eq(resourceLinks.resourceId, row.resourceId)))
      .run();
  }
}
