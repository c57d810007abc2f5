import { and, type Column, eq, gte, inArray, isNotNull, isNull, lte, ne, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionParticipants, sessionShares } from "~/db/schema/coaching.server";
import { monthSummaries } from "~/db/schema/figures.server";
import { providers } from "~/db/schema/providers.server";
import { matchingSessions, type SessionFilter } from "./log-filter.server";

const { kind, durationMinutes, preparationMinutes, travelMinutes, travelKilometres, supports } = coachingSessions;
const isCounted = eq(coachingSessions.isCounted, true);
const isCoaching = sql`${kind} <> 'other_work'`;
const whereCoaching = (column: Column | SQL) =>
  sql<number>`coalesce(sum(case when ${isCoaching} then ${column} else 0 end), 0)`.mapWith(Number);

/** Of a pooled session, its owner's part: the other offices count their own. */
const partOf = (share: Column, whole: Column) => sql`coalesce(${share}, ${whole})`;

const totals = {
  sessions: sql<number>`coalesce(sum(${isCoaching}), 0)`.mapWith(Number),
  supports: sql<number>`coalesce(sum(${partOf(sessionShares.supports, supports)}), 0)`.mapWith(Number),
  minutes: whereCoaching(partOf(sessionShares.minutes, durationMinutes)),
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
  const row = db()
    .select(totals)
    .from(coachingSessions)
    .leftJoin(
      sessionShares,
      and(eq(sessionShares.sessionId, coachingSessions.id), eq(sessionShares.organisationId, coachingSessions.ownerId)),
    )
    .where(and(matchingSessions(actor, filter), isCounted))
    .get();
  if (!row) throw new Error("an aggregate answers one row");
  return { ...row, providers: countReached(actor, filter) };
}

/**
 * People and minutes that these offices count in the pooled workshops of others, which stand in those
 * offices' logs. Nothing under a filter that names people or the office's own lists.
 */
export function totalElsewhere(actor: Actor, { from, to, kind: only, theme, channel, office, ...named }: SessionFilter) {
  const nothing = { supports: 0, minutes: 0 };
  if (!isUnfiltered(named) || theme === "none" || channel === "none") return nothing;
  const owners = officesInScope(actor, "coaching.list", office);
  const row = db()
    .select({
      supports: sql<number>`coalesce(sum(${sessionShares.supports}), 0)`,
      minutes: sql<number>`coalesce(sum(${sessionShares.minutes}), 0)`,
    })
    .from(sessionShares)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionShares.sessionId))
    .where(
      and(
        inArray(sessionShares.organisationId, owners),
        ne(coachingSessions.ownerId, sessionShares.organisationId),
        isNull(coachingSessions.deletedAt),
        isCounted,
        from ? gte(coachingSessions.heldOn, from) : undefined,
        to ? lte(coachingSessions.heldOn, to) : undefined,
        only ? eq(kind, only) : undefined,
        theme ? eq(coachingSessions.theme, theme) : undefined,
        channel ? eq(coachingSessions.channel, channel) : undefined,
      ),
    )
    .get();
  return row ?? nothing;
}

function countReached(actor: Actor, filter: SessionFilter): number {
  const { providerId, sessionId, presence } = sessionParticipants;
  const row = db()
    .select({ count: sql<number>`count(distinct ${providerId})` })
    .from(coachingSessions)
    .innerJoin(sessionParticipants, eq(sessionId, coachingSessions.id))
    .where(and(matchingSessions(actor, filter), isCounted, isCoaching, eq(presence, "present")))
    .get();
  return row?.count ?? 0;
}

/** The same without a filter, from the summaries and from what each provider keeps of its first support. */
function totalEver(owners: readonly string[]): SessionTotals {
  const sum = (column: Column) => sql<number>`sum(${column})`;
  const rows = db()
    .select({
      kind: monthSummaries.kind,
      sessions: sum(monthSummaries.sessions),
      supports: sum(monthSummaries.supports),
      minutes: sum(monthSummaries.minutes),
      preparationMinutes: sum(monthSummaries.preparationMinutes),
      travelMinutes: sum(monthSummaries.travelMinutes),
      travelKilometres: sum(monthSummaries.travelKilometres),
    })
    .from(monthSummaries)
    .where(inArray(monthSummaries.ownerId, [...owners]))
    .groupBy(monthSummaries.kind)
    .all();
  const coaching = rows.filter((row) => row.kind !== "other_work");
  const other = rows.find((row) => row.kind === "other_work");
  const all = (read: (row: (typeof rows)[number]) => number) => coaching.reduce((total, row) => total + read(row), 0);
  return {
    sessions: all((row) => row.sessions),
    supports: all((row) => row.supports),
    minutes: all((row) => row.minutes),
    preparationMinutes: all((row) => row.preparationMinutes),
    travelMinutes: all((row) => row.travelMinutes),
    travelKilometres: all((row) => row.travelKilometres),
    otherWorks: other?.sessions ?? 0,
    otherMinutes: other?.minutes ?? 0,
    providers: countEverReached(owners),
  };
}

function countEverReached(owners: readonly string[]): number {
  const row = db()
    .select({ count: sql<number>`count(*)` })
    .from(providers)
    .where(and(inArray(providers.ownerId, [...owners]), isNotNull(providers.firstSupportOn)))
    .get();
  return row?.count ?? 0;
}

function isUnfiltered({ after: _cursor, office: _office, ...rest }: SessionFilter): boolean {
  return Object.values(rest).every((value) => value === undefined);
}
