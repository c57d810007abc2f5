import { and, between, type Column, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { facilitatorMonths, monthSummaries, providerMonths } from "~/db/schema/figures.server";
import { monthOf } from "~/lib/dates";
import type { Period } from "./period.model";

// Whole months of whole offices, read from what the commands keep. Each has its equal in
// `facts.queries.server.ts`, and a test holds the two together.

/** An office that took part in another's session has people of it, and no session. */
const isMeaningful = sql`sum(${monthSummaries.sessions} + ${monthSummaries.supports} + ${monthSummaries.excused} + ${monthSummaries.absent}) <> 0`;
const total = (column: Column) => sql<number>`sum(${column})`;

/** Counts by month and kind. */
export function monthlyFromSummaries(owners: readonly string[], months: Period) {
  return db()
    .select({
      month: monthSummaries.month,
      kind: sql<"individual" | "group" | "other_work">`${monthSummaries.kind}`,
      sessions: total(monthSummaries.sessions),
      shortAdvices: total(monthSummaries.shortAdvices),
      supports: total(monthSummaries.supports),
      minutes: total(monthSummaries.minutes),
      preparationMinutes: total(monthSummaries.preparationMinutes),
      travelMinutes: total(monthSummaries.travelMinutes),
      kilometres: total(monthSummaries.travelKilometres),
      excused: total(monthSummaries.excused),
      absent: total(monthSummaries.absent),
    })
    .from(monthSummaries)
    .where(inMonths(monthSummaries, owners, months))
    .groupBy(monthSummaries.month, monthSummaries.kind)
    .having(isMeaningful)
    .orderBy(monthSummaries.month, monthSummaries.kind)
    .all();
}

/** Sessions and their supports and minutes by theme and channel; other work left out. */
export function topicsFromSummaries(owners: readonly string[], months: Period) {
  return db()
    .select({
      theme: monthSummaries.theme,
      channel: monthSummaries.channel,
      sessions: total(monthSummaries.sessions),
      supports: total(monthSummaries.supports),
      minutes: total(monthSummaries.minutes),
    })
    .from(monthSummaries)
    .where(and(inMonths(monthSummaries, owners, months), ne(monthSummaries.kind, "other_work")))
    .groupBy(monthSummaries.theme, monthSummaries.channel)
    .having(isMeaningful)
    .orderBy(monthSummaries.theme, monthSummaries.channel)
    .all();
}

/** Sessions by month and theme, the empty text for none; other work left out. */
export function themeMonthsFromSummaries(owners: readonly string[], months: Period) {
  return db()
    .select({ month: monthSummaries.month, theme: monthSummaries.theme, sessions: total(monthSummaries.sessions) })
    .from(monthSummaries)
    .where(and(inMonths(monthSummaries, owners, months), ne(monthSummaries.kind, "other_work")))
    .groupBy(monthSummaries.month, monthSummaries.theme)
    .having(sql`sum(${monthSummaries.sessions}) <> 0`)
    .all();
}

/** Each facilitator's sessions and minutes. */
export function facilitatorsFromSummaries(owners: readonly string[], months: Period) {
  return db()
    .select({
      facilitatorId: facilitatorMonths.facilitatorId,
      name: users.name,
      sessions: total(facilitatorMonths.sessions),
      supports: total(facilitatorMonths.supports),
      contactMinutes: total(facilitatorMonths.contactMinutes),
      preparationMinutes: total(facilitatorMonths.preparationMinutes),
      travelMinutes: total(facilitatorMonths.travelMinutes),
      otherMinutes: total(facilitatorMonths.otherMinutes),
    })
    .from(facilitatorMonths)
    .innerJoin(users, eq(users.id, facilitatorMonths.facilitatorId))
    .where(inMonths(facilitatorMonths, owners, months))
    .groupBy(facilitatorMonths.facilitatorId)
    .orderBy(facilitatorMonths.facilitatorId)
    .all();
}

/** Sessions, supports and contact minutes by office; other work left out. */
export function officesFromSummaries(owners: readonly string[], months: Period) {
  return db()
    .select({
      ownerId: monthSummaries.ownerId,
      sessions: total(monthSummaries.sessions),
      supports: total(monthSummaries.supports),
      minutes: total(monthSummaries.minutes),
    })
    .from(monthSummaries)
    .where(and(inMonths(monthSummaries, owners, months), ne(monthSummaries.kind, "other_work")))
    .groupBy(monthSummaries.ownerId)
    .all();
}

/** Providers with a support, as a subquery of `(provider_id, supports, sessions)`. */
export function reachedFromSummaries(owners: readonly string[], months: Period): SQL {
  return sql`SELECT ${providerMonths.providerId}, sum(${providerMonths.supports}) AS supports, sum(${providerMonths.sessions}) AS sessions
    FROM ${providerMonths} WHERE ${inMonths(providerMonths, owners, months)} GROUP BY ${providerMonths.providerId}`;
}

function inMonths(table: { ownerId: Column; month: Column }, owners: readonly string[], { from, to }: Period): SQL | undefined {
  return and(inArray(table.ownerId, [...owners]), between(table.month, monthOf(from), monthOf(to)));
}
