import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { newsletterDeliveries, newsletters, watchItems } from "~/db/schema/resources.server";
import { mails } from "~/db/schema/work.server";
import { NotFoundError } from "~/lib/errors";

const held = (actor: Actor) => and(scope(actor, "watch.keep", newsletters), isNull(newsletters.deletedAt));

/** The letters of the actor's offices, the newest first, 100 at most. */
export function listLetters(actor: Actor) {
  return db().select().from(newsletters).where(held(actor)).orderBy(desc(newsletters.createdAt)).limit(100).all();
}

/** One letter of the actor's offices; throws NotFoundError out of scope. */
export function getLetter(actor: Actor, letterId: string) {
  const row = db()
    .select()
    .from(newsletters)
    .where(and(held(actor), eq(newsletters.id, letterId)))
    .get();
  if (!row) throw new NotFoundError("letter");
  return row;
}

/** The news of a letter that its office still keeps, in the letter's order. */
export function listItemsOfLetter({ ownerId, itemIds }: { ownerId: string; itemIds: readonly string[] }) {
  const kept = and(eq(watchItems.ownerId, ownerId), eq(watchItems.state, "kept"), isNull(watchItems.deletedAt));
  const rows = db()
    .select()
    .from(watchItems)
    .where(and(kept, inArray(watchItems.id, [...itemIds, ""])))
    .all();
  const found = new Map(rows.map((row) => [row.id, row]));
  return itemIds.flatMap((id) => found.get(id) ?? []);
}

/** How many mails of a letter are in each state. */
export function countDeliveries(letterId: string): Map<string, number> {
  const rows = db()
    .select({ state: mails.state, count: count() })
    .from(newsletterDeliveries)
    .innerJoin(mails, eq(mails.id, newsletterDeliveries.mailId))
    .where(eq(newsletterDeliveries.newsletterId, letterId))
    .groupBy(mails.state)
    .all();
  return new Map(rows.map((row) => [row.state, row.count]));
}
