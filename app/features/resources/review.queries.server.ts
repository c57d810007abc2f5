import { and, asc, eq, isNull, lt, lte, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { askedOffices, inAskedOffices, scope } from "~/access/scopes.server";
import { builtOnce, db } from "~/db/client.server";
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
    .where(and(scope(actor, "resource.edit", { ownerId: resources.ownerId }), asking(edges(today))))
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
  return asked().get({ ...askedOffices(actor, "resource.edit"), ...edges(today) })?.count ?? 0;
}

const asked = builtOnce((orm) => {
  const days = { endsBy: sql.placeholder("endsBy"), readBefore: sql.placeholder("readBefore") };
  return orm
    .select({ count: sql<number>`count(*)` })
    .from(resources)
    .where(and(inAskedOffices(resources.ownerId), asking(days)))
    .prepare();
});

/** The last day of what expires soon, and the day since which a reading still holds. */
const edges = (today: string) => ({ endsBy: addDays(today, soonDays), readBefore: addDays(today, -rereadAfterDays) });

function asking({ endsBy, readBefore }: Record<keyof ReturnType<typeof edges>, string | Placeholder>): SQL | undefined {
  const isDue = or(lte(resources.expiresOn, endsBy), lt(readOn, readBefore));
  return and(isNull(resources.deletedAt), eq(resources.state, "published"), isDue);
}

/** The way from « Aujourd’hui » to what asks to be read again; undefined when nothing does. */
export function reviewDoor(actor: Actor, today: string): { to: string; text: string } | undefined {
  const count = countToReview(actor, today);
  return count > 0
    ? { to: paths.resourceReview(), text: translator(actor.locale)("library:review.waiting", { count }) }
    : undefined;
}
