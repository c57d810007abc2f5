import { and, type Column, eq, getTableColumns, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { isAmong } from "~/db/among.server";
import { builtOnce, db } from "~/db/client.server";
import { coachingSessions, sessionGuests, sessionParticipants, sessionShares } from "~/db/schema/coaching.server";
import { officeTotals } from "~/db/schema/figures.server";
import { providers } from "~/db/schema/providers.server";
import { isUnfiltered, matchingSessions, type SessionFilter } from "./log-filter.server";
import { countedParts, countedShares, takesShares } from "./log-parts.server";
import { reachedOf } from "./log-people.server";
import { hasElsewhere } from "./shared.queries.server";

const { kind, durationMinutes, preparationMinutes, travelMinutes, travelKilometres } = coachingSessions;
const isCounted = eq(coachingSessions.isCounted, true);
const isCoaching = sql`${kind} <> 'other_work'`;
const whereCoaching = (column: Column | SQL) =>
  sql<number>`coalesce(sum(case when ${isCoaching} then ${column} else 0 end), 0)`.mapWith(Number);

const whereOwn = (isOwn: SQL, column: Column) => whereCoaching(sql`CASE WHEN ${isOwn} THEN ${column} ELSE 0 END`);

/** Sums over the rows: of a session that another office held, people and minutes of these offices alone. */
const totalsOf = ({ isOwn, supports, minutes }: ReturnType<typeof countedParts>) => ({
  sessions: sql<number>`coalesce(sum(${isCoaching} AND ${isOwn}), 0)`.mapWith(Number),
  supports: sql<number>`coalesce(sum(${supports}), 0)`.mapWith(Number),
  minutes: whereCoaching(minutes),
  preparationMinutes: whereOwn(isOwn, preparationMinutes),
  travelMinutes: whereOwn(isOwn, travelMinutes),
  travelKilometres: whereOwn(isOwn, travelKilometres),
  otherWorks: sql<number>`coalesce(sum(${kind} = 'other_work'), 0)`.mapWith(Number),
  otherMinutes: sql<number>`coalesce(sum(case when ${isCoaching} then 0 else ${durationMinutes} end), 0)`.mapWith(Number),
});

export interface SessionTotals extends Record<keyof ReturnType<typeof totalsOf>, number> {
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
    .select(totalsOf(countedParts(actor, filter)))
    .from(coachingSessions)
    .where(and(matchingSessions(actor, filter), isCounted))
    .get();
  if (!row) throw new Error("an aggregate answers one row");
  return { ...row, providers: countReached(actor, filter) };
}

/** Of the same totals, what these offices count in sessions that others held: rows, people and minutes. */
export function totalElsewhere(actor: Actor, filter: SessionFilter) {
  const nothing = { sessions: 0, supports: 0, minutes: 0 };
  if (filter.held === "own" || !hasElsewhere(officesInScope(actor, "coaching.list", filter.office))) return nothing;
  const elsewhere = { ...filter, held: "elsewhere" as const };
  const { supports, minutes } = countedParts(actor, elsewhere);
  const row = db()
    .select({
      sessions: sql<number>`count(*)`,
      supports: sql<number>`coalesce(sum(${supports}), 0)`,
      minutes: sql<number>`coalesce(sum(${minutes}), 0)`,
    })
    .from(coachingSessions)
    .where(and(matchingSessions(actor, elsewhere), isCounted))
    .get();
  return row ?? nothing;
}

/**
 * Distinct providers with a support among the rows: the owner's own, and the guests of these offices. Under a commune or a kind
 * those of there alone, as the figures count them: a group has people from elsewhere too.
 */
function countReached(actor: Actor, filter: SessionFilter): number {
  const owners = officesInScope(actor, "coaching.list", filter.office);
  const { providerId, sessionId, presence } = sessionParticipants;
  const among = and(matchingSessions(actor, filter), isCounted, isCoaching);
  const own = db()
    .select({ providerId: sql<string | null>`${providerId}`.as("provider_id") })
    .from(coachingSessions)
    .innerJoin(sessionParticipants, eq(sessionId, coachingSessions.id))
    .where(and(among, inArray(coachingSessions.ownerId, owners), eq(presence, "present"), reachedOf(actor, filter, providerId)));
  const counted = countedShares(actor, { filter, owners, permission: "coaching.list" });
  const guests = db()
    .select({ providerId: sql<string | null>`${sessionGuests.providerId}`.as("provider_id") })
    .from(sessionGuests)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionGuests.sessionId))
    .innerJoin(
      sessionShares,
      and(eq(sessionShares.sessionId, sessionGuests.sessionId), eq(sessionShares.organisationId, sessionGuests.organisationId)),
    )
    .where(and(among, counted, reachedOf(actor, filter, sessionGuests.providerId)));
  const people = takesShares(owners) ? own.unionAll(guests).as("people") : own.as("people");
  const row = db()
    .select({ count: sql<number>`count(distinct ${people.providerId})` })
    .from(people)
    .get();
  return row?.count ?? 0;
}

/** The same without a filter, from the sums kept by kind and from what each provider keeps of its first support. */
function totalEver(owners: readonly string[]): SessionTotals {
  const rows = totalsByKind().all({ owners: JSON.stringify(owners) });
  const coaching = rows.filter((row) => row.kind !== "other_work");
  const others = rows.filter((row) => row.kind === "other_work");
  const sum = (of: typeof rows, column: Exclude<keyof (typeof rows)[number], "kind">) =>
    of.reduce((total, row) => total + row[column], 0);
  return {
    sessions: sum(coaching, "sessions"),
    supports: sum(coaching, "supports"),
    minutes: sum(coaching, "minutes"),
    preparationMinutes: sum(coaching, "preparationMinutes"),
    travelMinutes: sum(coaching, "travelMinutes"),
    travelKilometres: sum(coaching, "travelKilometres"),
    otherWorks: sum(others, "sessions"),
    otherMinutes: sum(others, "minutes"),
    providers: everReached().get({ owners: JSON.stringify(owners) })?.count ?? 0,
  };
}

const { ownerId: itsOwner, ...keptTotals } = getTableColumns(officeTotals);

const totalsByKind = builtOnce((orm) =>
  orm
    .select(keptTotals)
    .from(officeTotals)
    .where(isAmong(itsOwner, sql.placeholder("owners")))
    .prepare(),
);

const everReached = builtOnce((orm) =>
  orm
    .select({ count: sql<number>`count(*)` })
    .from(providers)
    .where(and(isAmong(providers.ownerId, sql.placeholder("owners")), isNotNull(providers.firstSupportOn)))
    .prepare(),
);
