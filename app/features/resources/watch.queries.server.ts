import { and, asc, count, desc, eq, getTableColumns, isNull, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { watchFeeds, watchItems } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";

interface WatchFilter {
  theme?: string | undefined;
  forKind?: string | undefined;
  skip?: number | undefined;
}

/** How much of a list is read at a time. */
export const newsAtATime = 30;
export const feedsAtATime = 100;

interface Part {
  skip?: number;
  permission?: Permission;
}

/** A page of the news kept by the actor's offices, the newest first. */
export function listWatch(actor: Actor, filter: WatchFilter, permission: Permission = "watch.read") {
  const skip = filter.skip ?? 0;
  const rows = db()
    .select()
    .from(watchItems)
    .where(kept(actor, filter, permission))
    .orderBy(desc(watchItems.publishedOn), desc(watchItems.id))
    .limit(newsAtATime + 1)
    .offset(skip)
    .all();
  return { rows: rows.slice(0, newsAtATime), next: rows.length > newsAtATime ? skip + newsAtATime : undefined };
}

/** How many of them there are. */
export function countWatch(actor: Actor, filter: WatchFilter, permission: Permission): number {
  return (
    db()
      .select({ count: count() })
      .from(watchItems)
      .where(kept(actor, filter, permission))
      .get()?.count ?? 0
  );
}

/** What feeds propose and nobody kept or left yet, with the feed's name, the newest first, 30 at a time; for those who may keep. */
export function listProposals(actor: Actor, { skip = 0, permission = "watch.keep" }: Part = {}) {
  return db()
    .select({ ...getTableColumns(watchItems), feed: watchFeeds.title })
    .from(watchItems)
    .leftJoin(watchFeeds, eq(watchFeeds.id, watchItems.feedId))
    .where(waiting(actor, permission))
    .orderBy(desc(watchItems.publishedOn), desc(watchItems.id))
    .limit(newsAtATime)
    .offset(skip)
    .all();
}

/** How many news wait to be sorted by the actor. */
export function countProposals(actor: Actor, permission: Permission = "watch.keep"): number {
  return db().select({ count: count() }).from(watchItems).where(waiting(actor, permission)).get()?.count ?? 0;
}

function waiting(actor: Actor, permission: Permission): SQL | undefined {
  return and(scope(actor, permission, watchItems), eq(watchItems.state, "proposed"), isNull(watchItems.deletedAt));
}

/** One feed that the actor's offices follow; throws NotFoundError out of scope. */
export function getFeed(actor: Actor, feedId: string) {
  const row = db()
    .select()
    .from(watchFeeds)
    .where(and(scope(actor, "watch.keep", watchFeeds), isNull(watchFeeds.endedAt), eq(watchFeeds.id, feedId)))
    .get();
  if (!row) throw new NotFoundError("feed");
  return row;
}

/** One piece of news that the actor may keep or correct; throws NotFoundError out of scope. */
export function getWatchItem(actor: Actor, itemId: string) {
  const row = db()
    .select()
    .from(watchItems)
    .where(and(scope(actor, "watch.keep", watchItems), isNull(watchItems.deletedAt), eq(watchItems.id, itemId)))
    .get();
  if (!row) throw new NotFoundError("watch");
  return row;
}

/** The feeds that the actor's offices follow, by title, 100 at a time. */
export function listFeeds(actor: Actor, { skip = 0, permission = "watch.keep" }: Part = {}) {
  return db()
    .select()
    .from(watchFeeds)
    .where(followed(actor, permission))
    .orderBy(asc(watchFeeds.title), asc(watchFeeds.id))
    .limit(feedsAtATime)
    .offset(skip)
    .all();
}

/** How many feeds that is. */
export function countFeeds(actor: Actor, permission: Permission): number {
  return db().select({ count: count() }).from(watchFeeds).where(followed(actor, permission)).get()?.count ?? 0;
}

function followed(actor: Actor, permission: Permission): SQL | undefined {
  return and(scope(actor, permission, watchFeeds), isNull(watchFeeds.endedAt));
}

function kept(actor: Actor, filter: WatchFilter, permission: Permission): SQL | undefined {
  const inSight = and(scope(actor, permission, watchItems), isNull(watchItems.deletedAt));
  return and(inSight, eq(watchItems.state, "kept"), matching(filter));
}

/** For a kind of establishment: what is meant for it, and what is meant for all. */
function matching(filter: WatchFilter): SQL | undefined {
  const kind = filter.forKind
    ? sql`(${watchItems.forKinds} = '[]' OR EXISTS (SELECT 1 FROM json_each(${watchItems.forKinds}) WHERE value = ${filter.forKind}))`
    : undefined;
  return and(filter.theme ? eq(watchItems.theme, filter.theme) : undefined, kind);
}
