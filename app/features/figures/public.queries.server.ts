import { and, between, eq, ne, type SQL, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { monthSummaries, organisationAncestors, providerMonths } from "~/db/schema/figures.server";
import { organisations } from "~/db/schema/organisations.server";
import type { NetworkMonths } from "./network.queries.server";

/** Counts of a group of offices, as they may be told once none of them is small. */
export interface GroupCounts {
  sessions: number;
  supports: number;
  minutes: number;
  /** Distinct providers with a support. */
  reached: number;
}

/** A network or territory that has opened its figures, by the word of its address; undefined for any other. */
export function findPublishedNetwork(slug: string) {
  const { id, name, email, phone, zone, publishesFigures } = organisations;
  const open = and(eq(organisations.slug, slug), eq(publishesFigures, true), ne(organisations.kind, "branch"));
  return db().select({ id, name, email, phone, zone }).from(organisations).where(open).get();
}

/** Each organisation right under the network with everything below it added; whole months. */
export function listGroupCounts(networkId: string, { from, to }: NetworkMonths) {
  const children = db()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.parentId, networkId))
    .orderBy(organisations.name)
    .limit(2000)
    .all();
  return children.map((child) => ({ ...child, ...countBelow(child.id, { from, to }, "itself") }));
}

/** Everything below the network, or with the organisation itself. */
export function countBelow(id: string, { from, to }: NetworkMonths, whom: "itself" | "below"): GroupCounts {
  const below = sql`SELECT ${organisationAncestors.organisationId} FROM ${organisationAncestors} WHERE ${organisationAncestors.ancestorId} = ${id}`;
  const among = (owner: SQL): SQL =>
    whom === "itself" ? sql`(${owner} = ${id} OR ${owner} IN (${below}))` : sql`${owner} IN (${below})`;
  const sum = (column: SQL) => sql<number>`coalesce(sum(${column}), 0)`;
  const counts = db()
    .select({
      sessions: sum(sql`${monthSummaries.sessions}`),
      supports: sum(sql`${monthSummaries.supports}`),
      minutes: sum(sql`${monthSummaries.minutes}`),
    })
    .from(monthSummaries)
    .where(
      and(among(sql`${monthSummaries.ownerId}`), between(monthSummaries.month, from, to), ne(monthSummaries.kind, "other_work")),
    )
    .get();
  const reached = db()
    .select({ count: sql<number>`count(DISTINCT ${providerMonths.providerId})` })
    .from(providerMonths)
    .where(and(among(sql`${providerMonths.ownerId}`), between(providerMonths.month, from, to)))
    .get();
  return { sessions: 0, supports: 0, minutes: 0, ...counts, reached: reached?.count ?? 0 };
}
