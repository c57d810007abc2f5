import { and, asc, count, desc, eq, gte, isNull, or, sql, sum } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { resourceMarks, resourceOpenings, resources } from "~/db/schema/resources.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { addDays } from "~/lib/dates";
import { listedColumns } from "./queries.server";
import { readable } from "./readable.queries.server";

/** What the actor noted on a resource: kept, done, useful; all unset at first. */
export function getMarks(actor: Actor, resourceId: string) {
  const row = db()
    .select()
    .from(resourceMarks)
    .where(and(eq(resourceMarks.userId, actor.userId), eq(resourceMarks.resourceId, resourceId)))
    .get();
  return { isKept: row?.isKept ?? false, isDone: (row?.doneAt ?? null) !== null, isUseful: row?.isUseful ?? null };
}

/** What the actor kept and may still read, the last kept first, 100 at most. */
export function listKept(actor: Actor) {
  return db()
    .select(listedColumns)
    .from(resourceMarks)
    .innerJoin(resources, eq(resources.id, resourceMarks.resourceId))
    .where(and(eq(resourceMarks.userId, actor.userId), eq(resourceMarks.isKept, true), readable(actor)))
    .orderBy(desc(resourceMarks.updatedAt))
    .limit(100)
    .all();
}

const usagePage = 500;

/** How often each resource that ships or is of the actor's offices was opened over 12 months, the least opened first; `next` is where the following page begins. */
export function listUsage(actor: Actor, skip = 0) {
  const since = addDays(todayOf(actor), -365);
  const opened = db()
    .select({
      resourceId: resourceOpenings.resourceId,
      times: sum(resourceOpenings.times).mapWith(Number).as("times"),
      byProviders: sql<number>`sum(CASE WHEN ${resourceOpenings.by} = 'provider' THEN ${resourceOpenings.times} ELSE 0 END)`.as(
        "by_providers",
      ),
    })
    .from(resourceOpenings)
    .where(gte(resourceOpenings.openedOn, since))
    .groupBy(resourceOpenings.resourceId)
    .as("opened");
  const thought = db()
    .select({
      markedId: resourceMarks.resourceId,
      useful: sql<number>`count(*) FILTER (WHERE ${resourceMarks.isUseful} = 1)`.as("useful"),
      notUseful: sql<number>`count(*) FILTER (WHERE ${resourceMarks.isUseful} = 0)`.as("not_useful"),
      done: count(resourceMarks.doneAt).as("done"),
    })
    .from(resourceMarks)
    .groupBy(resourceMarks.resourceId)
    .as("thought");
  const times = sql<number>`coalesce(${opened.times}, 0)`;
  const rows = db()
    .select({
      slug: resources.slug,
      title: resources.title,
      theme: resources.theme,
      times,
      byProviders: sql<number>`coalesce(${opened.byProviders}, 0)`,
      useful: sql<number>`coalesce(${thought.useful}, 0)`,
      notUseful: sql<number>`coalesce(${thought.notUseful}, 0)`,
      done: sql<number>`coalesce(${thought.done}, 0)`,
    })
    .from(resources)
    .leftJoin(opened, eq(opened.resourceId, resources.id))
    .leftJoin(thought, eq(thought.markedId, resources.id))
    .where(lookedAfter(actor))
    .orderBy(asc(times), asc(resources.title), asc(resources.id))
    .limit(usagePage + 1)
    .offset(skip)
    .all();
  return { rows: rows.slice(0, usagePage), next: rows.length > usagePage ? skip + usagePage : undefined };
}

/** How many resources ship or are of the actor's offices. */
export function countUsage(actor: Actor): number {
  return db().select({ rows: count() }).from(resources).where(lookedAfter(actor)).get()?.rows ?? 0;
}

const lookedAfter = (actor: Actor) =>
  and(isNull(resources.deletedAt), or(isNull(resources.ownerId), scope(actor, "resource.usage", { ownerId: resources.ownerId })));
