import { and, asc, eq, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { translator } from "~/i18n/translate";
import { addDays } from "~/lib/dates";
import { paths } from "~/paths";
import { rereadAfterDays, reviewState, soonDays } from "./review.model";

/** The local day of its last reading, else of its writing. */
const readOn = sql<string>`coalesce(${resources.reviewedOn}, date(${resources.createdAt} / 1000, 'unixepoch'))`;

/** So many resources at a time. */
export const reviewAtATime = 300;

/** The published resources of the actor's offices that ask to be read again, the expired first, then the oldest; at most 300, from the place asked. */
export function listToReview(actor: Actor, today: string, skip = 0) {
  const { id, slug, title, theme, ownerId, reviewedOn, expiresOn, createdAt } = resources;
  return db()
    .select({ id, slug, title, theme, ownerId, reviewedOn, expiresOn, createdAt, readOn })
    .from(resources)
    .where(asking(actor, today))
    .orderBy(sql`${resources.expiresOn} IS NULL`, asc(resources.expiresOn), asc(readOn), asc(resources.title), asc(id))
    .limit(reviewAtATime)
    .offset(skip)
    .all()
    .flatMap((row) => {
      const state = reviewState(row, today);
      return state ? [{ ...row, state }] : [];
    });
}

/** How many of them ask. */
export function countToReview(actor: Actor, today: string): number {
  const row = db().select({ count: sql<number>`count(*)` }).from(resources).where(asking(actor, today)).get();
  return row?.count ?? 0;
}

function asking(actor: Actor, today: string): SQL | undefined {
  const ends = lte(resources.expiresOn, addDays(today, soonDays));
  const isOld = lt(readOn, addDays(today, -rereadAfterDays));
  const own = scope(actor, "resource.edit", { ownerId: resources.ownerId });
  return and(own, isNull(resources.deletedAt), eq(resources.state, "published"), or(ends, isOld));
}

/** The way from « Aujourd’hui » to what asks to be read again; undefined when nothing does. */
export function reviewDoor(actor: Actor, today: string): { to: string; text: string } | undefined {
  const count = countToReview(actor, today);
  return count > 0
    ? { to: paths.resourceReview(), text: translator(actor.locale)("library:review.waiting", { count }) }
    : undefined;
}
