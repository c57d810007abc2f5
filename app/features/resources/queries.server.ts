import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { providers } from "~/db/schema/providers.server";
import { resources } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";
import type { levels } from "~/lib/vocabulary";
import { toFullText, toLooseFullText } from "./model";

export interface ResourceFilter {
  q?: string | undefined;
  theme?: string | undefined;
  level?: (typeof levels)[number] | undefined;
  /** The list's cursor: how many were shown. */
  skip?: number | undefined;
}

const pageSize = 30;
const columns = {
  id: resources.id,
  slug: resources.slug,
  kind: resources.kind,
  title: resources.title,
  summary: resources.summary,
  theme: resources.theme,
  level: resources.level,
  minutes: resources.minutes,
  ownerId: resources.ownerId,
};
/** A word in the title weighs most, then in the summary. */
const rank = sql<number>`bm25(resources_index, 12.0, 5.0, 1.0)`;

/** A page of the library that the actor may read: best match first when searching, else by theme and title. */
export function listResources(actor: Actor, filter: ResourceFilter) {
  const skip = filter.skip ?? 0;
  const rows = filter.q ? search(actor, filter, skip) : browse(actor, filter, skip);
  return { rows: rows.slice(0, pageSize), next: rows.length > pageSize ? skip + pageSize : undefined };
}

/** The best matches of the words with their scores (higher is better): what `npm run search` prints. */
export function searchResources(actor: Actor, words: string) {
  return search(actor, { q: words }, 0);
}

/** One resource that the actor may read; throws NotFoundError out of sight. */
export function getResource(actor: Actor, slug: string) {
  const row = db()
    .select()
    .from(resources)
    .where(and(readable(actor), eq(resources.slug, slug)))
    .get();
  if (!row) throw new NotFoundError("resource");
  return row;
}

/** A few resources of a theme, the shortest first: what stands under a theme in forms and plans. */
export function listResourcesOfTheme(actor: Actor, theme: string, limit = 3) {
  return db()
    .select(columns)
    .from(resources)
    .where(and(readable(actor), eq(resources.theme, theme)))
    .orderBy(asc(resources.minutes), asc(resources.title))
    .limit(limit)
    .all();
}

/** Those of the ids that the actor may read: ids from a form are read again. */
export function listResourcesById(actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db()
    .select(columns)
    .from(resources)
    .where(and(readable(actor), inArray(resources.id, [...ids])))
    .all();
}

function browse(actor: Actor, filter: ResourceFilter, skip: number) {
  return db()
    .select({ ...columns, score: sql<number>`0` })
    .from(resources)
    .where(matching(actor, filter))
    .orderBy(asc(resources.theme), asc(resources.title), asc(resources.number))
    .limit(pageSize + 1)
    .offset(skip)
    .all();
}

function search(actor: Actor, filter: ResourceFilter, skip: number) {
  const strict = ranked(actor, filter, { skip, query: toFullText(filter.q ?? "") });
  if (strict.length > 0 || skip > 0) return strict;
  return ranked(actor, filter, { skip, query: toLooseFullText(filter.q ?? "") });
}

function ranked(actor: Actor, filter: ResourceFilter, asked: { skip: number; query: string | null }) {
  if (asked.query === null) return [];
  return db()
    .select({ ...columns, score: sql<number>`-1 * ${rank}` })
    .from(resources)
    .innerJoin(sql`resources_index`, sql`resources_index.rowid = ${resources.number}`)
    .where(and(sql`resources_index MATCH ${asked.query}`, matching(actor, filter)))
    .orderBy(asc(rank), asc(resources.number))
    .limit(pageSize + 1)
    .offset(asked.skip)
    .all();
}

function matching(actor: Actor, filter: ResourceFilter): SQL | undefined {
  const conditions = [readable(actor)];
  if (filter.theme) conditions.push(eq(resources.theme, filter.theme));
  if (filter.level) conditions.push(eq(resources.level, filter.level));
  return and(...conditions);
}

/** Shipped or shared with the network; else one's own office's, as its staff or one of its providers. */
function readable(actor: Actor): SQL | undefined {
  const ofMyOffice = db()
    .select({ ownerId: providers.ownerId })
    .from(providers)
    .where(inArray(providers.id, [...actor.providerIds, ""]));
  const mine = or(scope(actor, "resource.read", { ownerId: resources.ownerId }), inArray(resources.ownerId, ofMyOffice));
  return and(isNull(resources.deletedAt), or(isNull(resources.ownerId), eq(resources.visibility, "network"), mine));
}
