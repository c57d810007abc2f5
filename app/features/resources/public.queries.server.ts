import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { resourceCollections, resources } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";
import { listedColumns } from "./queries.server";

/**
 * A resource that its office chose to show to everybody, with the office's name and ways to reach it. Throws
 * NotFoundError for any other: a draft, one kept for the office or the network, one taken back.
 */
export function getPublicResource(slug: string) {
  const row = db()
    .select({
      resource: resources,
      office: { name: organisations.name, email: organisations.email, phone: organisations.phone },
    })
    .from(resources)
    .innerJoin(organisations, eq(organisations.id, resources.ownerId))
    .where(and(eq(resources.slug, slug), isPublic()))
    .get();
  if (!row) throw new NotFoundError("resource");
  return row;
}

/**
 * A collection that its office chose to show to everybody, with those of its resources that are public too, in its order.
 * Throws NotFoundError for any other.
 */
export function getPublicCollection(slug: string) {
  const { visibility, deletedAt } = resourceCollections;
  const row = db()
    .select({
      collection: resourceCollections,
      office: { name: organisations.name, email: organisations.email, phone: organisations.phone },
    })
    .from(resourceCollections)
    .innerJoin(organisations, eq(organisations.id, resourceCollections.ownerId))
    .where(and(eq(resourceCollections.slug, slug), eq(visibility, "public"), isNull(deletedAt)))
    .get();
  if (!row) throw new NotFoundError("collection");
  const ids = row.collection.resourceIds;
  const found = db()
    .select(listedColumns)
    .from(resources)
    .where(and(inArray(resources.id, [...ids, ""]), isPublic()))
    .all();
  const byId = new Map(found.map((one) => [one.id, one]));
  return { ...row, held: ids.flatMap((id) => byId.get(id) ?? []) };
}

/** What has a public page: chosen so, published, and an office's own. */
function isPublic() {
  const { visibility, state, deletedAt, ownerId } = resources;
  return and(eq(visibility, "public"), eq(state, "published"), isNull(deletedAt), isNotNull(ownerId));
}
