import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { newsletterDeliveries, newsletters, watchItems } from "~/db/schema/resources.server";
import { mails } from "~/db/schema/work.server";
import { NotFoundError } from "~/lib/errors";

const held = (actor: Actor, permission: Permission = "watch.keep") =>
  and(scope(actor, permission, newsletters), isNull(newsletters.deletedAt));

/** How many letters are read at a time. */
export const lettersAtATime = 100;

/** The letters of the actor's offices, the newest first, 100 at a time. */
export function listLetters(actor: Actor, { skip = 0, permission }: { skip?: number; permission?: Permission } = {}) {
  return db()
    .select()
    .from(newsletters)
    .where(held(actor, permission))
    .orderBy(desc(newsletters.createdAt), desc(newsletters.id))
    .limit(lettersAtATime)
    .offset(skip)
    .all();
}

/** How many letters that is. */
export function countLetters(actor: Actor, permission: Permission): number {
  return db().select({ count: count() }).from(newsletters).where(held(actor, permission)).get()?.count ?? 0;
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
