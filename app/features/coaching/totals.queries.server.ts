import { and, type Column, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { monthSummaries, providerMonths } from "~/db/schema/figures.server";
import { matchingSessions, type SessionFilter } from "./log-filter.server";

const { kind, durationMinutes, preparationMinutes, travelMinutes, travelKilometres, supports } = coachingSessions;
const isCoaching = sql`${kind} <> 'other_work'`;
const whereCoaching = (column: Column) =>
  sql<number>`coalesce(sum(case when ${isCoaching} then ${column} else 0 end), 0)`.mapWith(Number);

const totals = {
  sessions: sql<number>`coalesce(sum(${isCoaching}), 0)`.mapWith(Number),
  supports: sql<number>`coalesce(sum(${supports}), 0)`.mapWith(Number),
  minutes: whereCoaching(durationMinutes),
  preparationMinutes: whereCoaching(preparationMinutes),
  travelMinutes: whereCoaching(travelMinutes),
  travelKilometres: whereCoaching(travelKilometres),
  otherWorks: sql<number>`coalesce(sum(${kind} = 'other_work'), 0)`.mapWith(Number),
  otherMinutes: sql<number>`coalesce(sum(case when ${isCoaching} then 0 else ${durationMinutes} end), 0)`.mapWith(Number),
};

export interface SessionTotals extends Record<keyof typeof totals, number> {
  /** Distinct providers with at least one support among the rows. */
  providers: number;
}

/**
 * Totals of the rows that the filter matches, by the definitions of the figures: minutes with
 * people once a session, preparation, travel and kilometres of sessions; other work apart.
 */
export function totalCoachingSessions(actor: Actor, filter: SessionFilter): SessionTotals {
  if (isUnfiltered(filter)) return totalEver(officesInScope(actor, "coaching.list", filter.office));
  const row = db().select(totals).from(coachingSessions).where(matchingSessions(actor, filter)).get();
  if (!row) throw new Error("an aggregate answers one row");
  return { ...row, providers: countReached(actor, filter) };
}

function countReached(actor: Actor, filter: SessionFilter): number {
  const { providerId, sessionId, presence } = sessionParticipants;
  const row = db()
    .select({ count: sql<number>`count(distinct ${providerId})` })
    .from(coachingSessions)
    .innerJoin(sessionParticipants, eq(sessionId, coachingSessions.id))
    .where(and(matchingSessions(actor, filter), isCoaching, eq(presence, "present")))
    .get();
  return row?.count ?? 0;
}

const sumOf = (column: Column, isOther: boolean) =>
  sql<number>`coalesce(sum(case when (${monthSummaries.kind} = 'other_work') = ${Number(isOther)} then ${column} else 0 end), 0)`.mapWith(
    Number,
  );

/** The same without a filter, from the summaries: a page's cost does not grow with the years. */
function totalEver(owners: readonly string[]): SessionTotals {
  const row = db()
    .select({
      sessions: sumOf(monthSummaries.sessions, false),
      supports: sumOf(monthSummaries.supports, false),
      minutes: sumOf(monthSummaries.minutes, false),
      preparationMinutes: sumOf(monthSummaries.preparationMinutes, false),
      travelMinutes: sumOf(monthSummaries.travelMinutes, false),
      travelKilometres: sumOf(monthSummaries.travelKilometres, false),
      otherWorks: sumOf(monthSummaries.sessions, true),
      otherMinutes: sumOf(monthSummaries.minutes, true),
      providers: sql<number>`(${db()
        .select({ count: sql`count(distinct ${providerMonths.providerId})` })
        .from(providerMonths)
        .where(inArray(providerMonths.ownerId, [...owners]))})`,
    })
    .from(monthSummaries)
    .where(inArray(monthSummaries.ownerId, [...owners]))
    .get();
  if (!row) throw new Error("an aggregate answers one row");
  return row;
}

function isUnfiltered({ after: _cursor, office: _office, ...rest }: SessionFilter): boolean {
  return Object.values(rest).every((value) => value === undefined);
}
