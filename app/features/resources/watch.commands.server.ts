import { and, eq, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { watchFeeds, watchItems } from "~/db/schema/resources.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { ConflictError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { FeedEntry } from "./feed.model";
import { askForFeeds } from "./schedule.server";
import type { WatchFeedInput, WatchItemInput } from "./watch.form";

type Office = Authorized<{ id: string }, "watch.keep">;
type Item = Authorized<{ id: string; ownerId: string }, "watch.keep">;
type Feed = Authorized<{ id: string; ownerId: string }, "watch.keep">;

/** Adds a piece of news by hand. */
export function addWatchItem(actor: Actor, office: Office, input: WatchItemInput): void {
  run(actor, { name: "watch.add", id: input.id, input, ownerId: office.id }, ({ now: at }) => {
    const { version: _, ...columns } = input;
    const row = { ...columns, ownerId: office.id, state: "kept" as const, createdById: actor.userId, createdAt: at };
    db().insert(watchItems).values(row).run();
  });
}

/** Corrects a piece of news, or keeps what a feed proposed. Throws ConflictError when it was saved since. */
export function keepWatchItem(actor: Actor, item: Item, input: WatchItemInput): void {
  const command = { name: "watch.keep", id: item.id, input, ownerId: item.ownerId, isOnce: false };
  run(actor, command, ({ revise }) => {
    const current = db().select().from(watchItems).where(eq(watchItems.id, item.id)).get();
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    revise("watch_items", current);
    const { id, ...columns } = input;
    const row = {
      ...columns,
      state: "kept" as const,
      createdById: current.createdById ?? actor.userId,
      version: current.version + 1,
    };
    db().update(watchItems).set(row).where(eq(watchItems.id, item.id)).run();
  });
}

/** Leaves a proposal aside, or takes a piece of news out of the watch. */
export function leaveWatchItem(actor: Actor, item: Item): void {
  const command = { name: "watch.leave", id: item.id, input: null, ownerId: item.ownerId, isOnce: false };
  run(actor, command, () => {
    db().update(watchItems).set({ state: "left" }).where(eq(watchItems.id, item.id)).run();
  });
}

/** Follows a feed; its entries will be proposed. The same address again stays one feed. */
export function followFeed(actor: Actor, office: Office, input: WatchFeedInput): void {
  run(actor, { name: "watch.follow", id: input.id, input, ownerId: office.id }, ({ now: at }) => {
    db()
      .insert(watchFeeds)
      .values({ ...input, ownerId: office.id, createdAt: at })
      .onConflictDoNothing()
      .run();
    askForFeeds();
  });
}

/** Follows a feed no more; what was kept of it stays. */
export function leaveFeed(actor: Actor, feed: Feed): void {
  const command = { name: "watch.leaveFeed", id: feed.id, input: null, ownerId: feed.ownerId, isOnce: false };
  run(actor, command, ({ now: at }) => {
    db().update(watchFeeds).set({ endedAt: at }).where(eq(watchFeeds.id, feed.id)).run();
  });
}

interface ReadFeed {
  id: string;
  ownerId: string;
  theme: string;
}

/**
 * Proposes what a feed says that its office was not told before, by this feed, by another or by hand; returns how many
 * are new, 50 at most.
 */
export function proposeEntries(feed: ReadFeed, entries: readonly FeedEntry[]): number {
  const at = now();
  let added = 0;
  for (const entry of entries.slice(0, 50)) {
    const row = { ...entry, id: newId(), ownerId: feed.ownerId, feedId: feed.id, theme: feed.theme };
    const day = { publishedOn: entry.publishedOn ?? dayAt(feed.ownerId, at), createdAt: at };
    const sameEntry = and(eq(watchItems.feedId, feed.id), eq(watchItems.externalId, entry.externalId));
    const sameAddress = and(eq(watchItems.ownerId, feed.ownerId), eq(watchItems.url, entry.url));
    const known = or(sameEntry, sameAddress);
    if (db().select({ id: watchItems.id }).from(watchItems).where(known).get()) continue;
    db()
      .insert(watchItems)
      .values({ ...row, ...day, state: "proposed" })
      .run();
    added += 1;
  }
  return added;
}
