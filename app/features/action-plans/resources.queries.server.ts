import { and, asc, eq, isNull, or, type SQL } from "drizzle-orm";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";

/** The resources that an office may put in its plans, by title: its own, the network's, the product's. */
export function listLinkableResources(ownerId: string) {
  return db()
    .select({ id: resources.id, title: resources.title })
    .from(resources)
    .where(linkable(ownerId))
    .orderBy(asc(resources.title))
    .limit(500)
    .all();
}

/** Whether this resource may stand in a plan of this office. */
export function isLinkable(ownerId: string, resourceId: string): boolean {
  const found = and(linkable(ownerId), eq(resources.id, resourceId));
  return db().select({ id: resources.id }).from(resources).where(found).get() !== undefined;
}

function linkable(ownerId: string): SQL | undefined {
  const shown = or(isNull(resources.ownerId), eq(resources.ownerId, ownerId), eq(resources.visibility, "network"));
  return and(isNull(resources.deletedAt), eq(resources.state, "published"), shown);
}
