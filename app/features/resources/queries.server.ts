import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { keptReading } from "~/db/kept-reading.server";
import { resources } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";
import type { EstablishmentKind, levels, resourceKinds, resourceSeasons } from "~/lib/vocabulary";
import { readable, readerKey } from "./readable.queries.server";

export interface ResourceFilter {
  q?: string | undefined;
  theme?: string | undefined;
  level?: (typeof levels)[number] | undefined;
  form?: (typeof resourceKinds)[number] | undefined;
  season?: (typeof resourceSeasons)[number] | undefined;
  /** The kind of establishment that one searches for: what suits it comes first, what does not stays below. */
  forKind?: EstablishmentKind | undefined;
  /** The list's cursor: how many were shown. */
  skip?: number | undefined;
}

const pageSize = 30;
/** What a list shows of a resource. */
export const listedColumns = {
  id: resources.id,
  slug: resources.slug,
  kind: resources.kind,
  title: resources.title,
  summary: resources.summary,
  theme: resources.theme,
  level: resources.level,
  minutes: resources.minutes,
  ownerId: resources.ownerId,
  visibility: resources.visibility,
  locale: resources.locale,
  season: resources.season,
  forKinds: resources.forKinds,
  state: resources.state,
  expiresOn: resources.expiresOn,
};

/** A page of the library that the actor may read, by theme and title. */
export function browseResources(actor: Actor, filter: ResourceFilter) {
  const skip = filter.skip ?? 0;
  const rows = db()
    .select(listedColumns)
    .from(resources)
    .where(and(matching(actor, filter), meantFor(filter.forKind)))
    .orderBy(asc(resources.theme), asc(resources.title), asc(resources.number))
    .limit(pageSize + 1)
    .offset(skip)
    .all();
  return pageOf(rows, skip);
}

/** How many resources the filter holds, words left out. */
export function countResources(actor: Actor, filter: ResourceFilter): number {
  const where = and(matching(actor, filter), meantFor(filter.forKind));
  return db().select({ rows: count() }).from(resources).where(where).get()?.rows ?? 0;
}

/** Without words to rank by, a kind of establishment leaves out what is meant for others alone. */
function meantFor(kind: EstablishmentKind | undefined): SQL | undefined {
  if (!kind) return undefined;
  return sql`(${resources.forKinds} = '[]' OR EXISTS (SELECT 1 FROM json_each(${resources.forKinds}) WHERE value = ${kind}))`;
}

/** One more than a page was read, or everything: what is shown, and where the next page begins. */
export function pageOf<T>(rows: readonly T[], skip: number): { rows: T[]; next: number | undefined } {
  return { rows: rows.slice(0, pageSize), next: rows.length > pageSize ? skip + pageSize : undefined };
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

/** A few resources of a theme, the shortest first: what stands under a theme in forms and plans. The list is shared: never change it. */
export function listResourcesOfTheme(actor: Actor, theme: string, limit = 3) {
  return keptReading(`resources.ofTheme ${readerKey(actor)} ${theme} ${limit}`, () =>
    db()
      .select(listedColumns)
      .from(resources)
      .where(and(readable(actor), eq(resources.theme, theme)))
      .orderBy(asc(resources.minutes), asc(resources.title))
      .limit(limit)
      .all(),
  );
}

/** Those of the ids that the actor may read: ids from a form are read again. */
export function listResourcesById(actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db()
    .select(listedColumns)
    .from(resources)
    .where(and(readable(actor), inArray(resources.id, [...ids])))
    .all();
}

/** The filters as a condition, over what the actor may read. */
export function matching(actor: Actor, filter: ResourceFilter): SQL | undefined {
  const conditions = [readable(actor)];
  if (filter.theme) conditions.push(eq(resources.theme, filter.theme));
  if (filter.level) conditions.push(eq(resources.level, filter.level));
  if (filter.form) conditions.push(eq(resources.kind, filter.form));
  if (filter.season) conditions.push(inArray(resources.season, [filter.season, "any"]));
  return and(...conditions);
}
