import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { resourceLinks, resources } from "~/db/schema/resources.server";

/** How a resource's own address stands; undefined for none. */
export function findLink(resourceId: string, url: string | null) {
  return db()
    .select({ state: resourceLinks.state, checkedAt: resourceLinks.checkedAt })
    .from(resourceLinks)
    .where(and(eq(resourceLinks.resourceId, resourceId), eq(resourceLinks.url, url ?? "")))
    .get();
}

/** Where an address of a resource leads now, when it moved for good. */
export function findMove(resourceId: string, url: string): string | null {
  const row = db()
    .select({ movedTo: resourceLinks.movedTo })
    .from(resourceLinks)
    .where(and(eq(resourceLinks.resourceId, resourceId), eq(resourceLinks.url, url)))
    .get();
  return row?.movedTo ?? null;
}

/** The resources whose links the actor looks after: those of the actor's offices, and those that ship. */
const lookedAfter = (actor: Actor) =>
  and(isNull(resources.deletedAt), or(isNull(resources.ownerId), scope(actor, "resource.usage", { ownerId: resources.ownerId })));

const toMend = () =>
  or(
    inArray(resourceLinks.state, ["dead", "moved"]),
    and(isNotNull(resourceLinks.answer), ne(resourceLinks.answer, "200"), ne(resourceLinks.answer, "robots")),
  );

/** So many addresses at a time. */
export const linksAtATime = 300;

/** The addresses that are dead, have moved, or answered something else than themselves; the dead first, 300 at most, from the place asked. */
export function listLinksToMend(actor: Actor, skip = 0) {
  return db()
    .select({ link: resourceLinks, slug: resources.slug, title: resources.title, ownerId: resources.ownerId })
    .from(resourceLinks)
    .innerJoin(resources, eq(resources.id, resourceLinks.resourceId))
    .where(and(lookedAfter(actor), toMend()))
    .orderBy(
      asc(resourceLinks.state),
      desc(resourceLinks.failures),
      asc(resources.title),
      asc(resourceLinks.url),
      asc(resources.id),
    )
    .limit(linksAtATime)
    .offset(skip)
    .all();
}

/** How many addresses are looked after, how many were asked, how many are dead, and how many the list holds. */
export function countLinks(actor: Actor) {
  const of = (condition?: ReturnType<typeof and>) =>
    db()
      .select({ count: count() })
      .from(resourceLinks)
      .innerJoin(resources, eq(resources.id, resourceLinks.resourceId))
      .where(and(lookedAfter(actor), condition))
      .get()?.count ?? 0;
  return {
    all: of(),
    asked: of(isNotNull(resourceLinks.checkedAt)),
    dead: of(eq(resourceLinks.state, "dead")),
    toMend: of(toMend()),
  };
}
