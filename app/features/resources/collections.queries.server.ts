import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { resourceCollections, resourceMarks } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";
import { listResourcesById } from "./queries.server";
import { listHomes, readableCollections } from "./readable.queries.server";

/** The collections that the actor may read: the office's own first, then those that ship, then other offices'; by title. */
export function listCollections(actor: Actor) {
  const rows = db()
    .select({ collection: resourceCollections, office: organisations.name })
    .from(resourceCollections)
    .leftJoin(organisations, eq(organisations.id, resourceCollections.ownerId))
    .where(readableCollections(actor))
    .orderBy(asc(resourceCollections.title))
    .limit(100)
    .all();
  const homes = listHomes(actor);
  const rank = (ownerId: string | null) => (ownerId === null ? 1 : homes.has(ownerId) ? 0 : 2);
  return rows
    .map(({ collection, office }) => ({ ...collection, office, isOwn: homes.has(collection.ownerId ?? "") }))
    .sort((a, b) => rank(a.ownerId) - rank(b.ownerId));
}

/** One collection that the actor may read; throws NotFoundError out of sight. */
export function getCollection(actor: Actor, slug: string) {
  const row = db()
    .select()
    .from(resourceCollections)
    .where(and(readableCollections(actor), eq(resourceCollections.slug, slug)))
    .get();
  if (!row) throw new NotFoundError("collection");
  return row;
}

/** What a collection holds for this reader, in its order, each with whether they have done it; what they may not read is left out. */
export function listOfCollection(actor: Actor, { resourceIds }: { resourceIds: readonly string[] }) {
  const found = new Map(listResourcesById(actor, resourceIds).map((row) => [row.id, row]));
  const done = listDone(actor, resourceIds);
  return resourceIds.flatMap((id) => {
    const row = found.get(id);
    return row ? [{ ...row, isDone: done.has(id) }] : [];
  });
}

function listDone(actor: Actor, ids: readonly string[]): Set<string> {
  const mine = and(eq(resourceMarks.userId, actor.userId), inArray(resourceMarks.resourceId, [...ids]));
  const rows = db()
    .select({ id: resourceMarks.resourceId })
    .from(resourceMarks)
    .where(and(mine, isNotNull(resourceMarks.doneAt)))
    .all();
  return new Set(rows.map((row) => row.id));
}
