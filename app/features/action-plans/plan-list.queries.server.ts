import { and, asc, count as countRows, desc, eq, exists, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { isAmong } from "~/db/among.server";
import { db } from "~/db/client.server";
import { actionComments, actionPlans, actions } from "~/db/schema/action-plans.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import type { PlanFilter } from "./plan-list.form";

const pageSize = 50;
const dayMs = 86_400_000;

const published = sql`${actions.publishedAt} IS NOT NULL`;
const open = sql`${published} AND ${actions.state} IN ('proposed', 'todo', 'doing', 'blocked')`;
const count = (condition: SQL) => sql<number>`sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
/** The last answer, session or publication, milliseconds. */
const since = sql<number>`max(coalesce(${actionPlans.lastNewsAt}, 0), ${actionPlans.createdAt},
  coalesce(unixepoch(${providers.lastSupportOn}) * 1000, 0), coalesce(max(${actions.publishedAt}), 0))`;
const unread = sql<number>`(SELECT count(*) FROM ${actionComments} c WHERE c.provider_id = ${providers.id}
  AND c.is_from_provider = 1 AND c.seen_at IS NULL AND c.deleted_at IS NULL)`;
const nextOf = (column: "title" | "due_on") => sql<string | null>`(SELECT n.${sql.identifier(column)} FROM actions n
  WHERE n.plan_id = ${actionPlans.id} AND n.deleted_at IS NULL AND n.published_at IS NOT NULL
  AND n.state IN ('proposed', 'todo', 'doing', 'blocked') ORDER BY n.position, n.id LIMIT 1)`;

/** How many plans of the actor's offices the filter holds. `today` is ISO, `at` milliseconds. */
export function countPlans(actor: Actor, filter: PlanFilter, moment: { today: string; at: number }): number {
  const late = sql`${open} AND ${actions.dueOn} < ${moment.today}`;
  const found = db()
    .select({ id: actionPlans.id })
    .from(actionPlans)
    .innerJoin(providers, and(eq(providers.id, actionPlans.providerId), isNull(providers.deletedAt)))
    .innerJoin(actions, and(eq(actions.planId, actionPlans.id), isNull(actions.deletedAt)))
    .where(and(scope(actor, "plan.list", { ownerId: actionPlans.ownerId }), followed(actor, filter), toCall(filter)))
    .groupBy(actionPlans.id)
    .having(inView(filter, { late, at: moment.at }))
    .as("found");
  return db().select({ plans: countRows() }).from(found).get()?.plans ?? 0;
}

/** A page of the plans of the actor's offices, the longest silence first; `next` is the cursor. `today` is ISO, `at` milliseconds. */
export function listPlans(actor: Actor, filter: PlanFilter, moment: { today: string; at: number }) {
  const late = sql`${open} AND ${actions.dueOn} < ${moment.today}`;
  const rows = db()
    .select({
      id: actionPlans.id,
      ownerId: actionPlans.ownerId,
      providerId: providers.id,
      provider: providers.name,
      kind: providers.kind,
      seenAt: actionPlans.seenAt,
      lastNewsAt: actionPlans.lastNewsAt,
      since,
      open: count(open),
      done: count(sql`${published} AND ${actions.state} IN ('done', 'already_done')`),
      total: count(sql`${published} AND ${actions.state} <> 'not_relevant'`),
      late: count(late),
      blocked: count(sql`${published} AND ${actions.state} = 'blocked'`),
      drafts: count(sql`NOT ${published}`),
      publishedAt: sql<number | null>`max(${actions.publishedAt})`,
      unread,
      nextTitle: nextOf("title"),
      nextDueOn: nextOf("due_on"),
      seasonWeeks: organisations.seasonWeeks,
    })
    .from(actionPlans)
    .innerJoin(providers, and(eq(providers.id, actionPlans.providerId), isNull(providers.deletedAt)))
    .innerJoin(actions, and(eq(actions.planId, actionPlans.id), isNull(actions.deletedAt)))
    .leftJoin(organisations, eq(organisations.id, actionPlans.ownerId))
    .where(and(scope(actor, "plan.list", { ownerId: actionPlans.ownerId }), followed(actor, filter), toCall(filter)))
    .groupBy(actionPlans.id)
    .having(and(inView(filter, { late, at: moment.at }), afterCursor(filter.after)))
    .orderBy(asc(since), asc(actionPlans.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page, next: rows.length > pageSize && last ? `${last.since}|${last.id}` : undefined };
}

/** By provider, the contact who prefers the phone, the first by name; a provider without one is left out. */
export function phonesOf(actor: Actor, providerIds: readonly string[]) {
  const rows = db()
    .select({ providerId: contacts.providerId, name: contacts.name, phone: contacts.phone })
    .from(contacts)
    .where(
      and(scope(actor, "plan.list", { ownerId: contacts.ownerId }), isAmong(contacts.providerId, providerIds), prefersPhone()),
    )
    .orderBy(desc(contacts.name))
    .all();
  // The last of a provider stays: read backwards, that is the first by name.
  return new Map(rows.map((row) => [row.providerId, row]));
}

function followed(actor: Actor, filter: PlanFilter): SQL | undefined {
  return filter.who === "me" ? or(eq(providers.referentId, actor.userId), isNull(providers.referentId)) : undefined;
}

function toCall(filter: PlanFilter): SQL | undefined {
  if (filter.view !== "call") return undefined;
  return exists(
    db()
      .select({ one: sql`1` })
      .from(contacts)
      .where(and(eq(contacts.providerId, providers.id), prefersPhone())),
  );
}

const prefersPhone = () =>
  and(
    eq(contacts.preferredWay, "phone"),
    sql`${contacts.phone} IS NOT NULL`,
    isNull(contacts.deletedAt),
    isNull(contacts.endsOn),
  );

function inView(filter: PlanFilter, { late, at }: { late: SQL; at: number }): SQL | undefined {
  const some = (condition: SQL) => gt(count(condition), 0);
  switch (filter.view) {
    case "late":
      return some(late);
    case "blocked":
      return some(sql`${published} AND ${actions.state} = 'blocked'`);
    case "quiet":
      return and(some(open), lt(since, at - filter.weeks * 7 * dayMs));
    case "draft":
      return some(sql`NOT ${published}`);
    case "finished":
      return and(eq(count(open), 0), some(published));
    case "call":
      return some(open);
    case "all":
      return undefined;
  }
}

function afterCursor(after: string | undefined): SQL | undefined {
  const [instant, id] = after?.split("|") ?? [];
  return instant && id ? sql`(${since}, ${actionPlans.id}) > (${Number(instant)}, ${id})` : undefined;
}
