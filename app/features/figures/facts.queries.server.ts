import { and, count as countRows, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import {
  coachingSessions,
  sessionEstablishments,
  sessionFacilitators,
  sessionGuests,
  sessionParticipants,
  sessionShares,
} from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { establishments } from "~/db/schema/providers.server";
import type { Narrowing, SessionFact } from "./model";
import { missingIn, partsIn, sessionsIn, sharedIn } from "./parts.server";
import type { Period } from "./period.model";

// The same figures as `summaries.queries.server.ts`, read from the sessions themselves through the
// covering index: for days, and for filters that the summaries do not know.

const month = sql<string>`substr(parts.held_on, 1, 7)`;
const kind = sql<SessionFact["kind"]>`parts.kind`;
const total = (column: string) => sql<number>`sum(parts.${sql.identifier(column)})`;
const isCoaching = ne(coachingSessions.kind, "other_work");

/** Counts by month and kind. */
export function monthlyFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  const limit = sql`(SELECT ${organisations.shortAdviceMinutes} FROM ${organisations} WHERE ${organisations.id} = parts.office_id)`;
  const rows = db()
    .select({
      month,
      kind,
      sessions: total("sessions"),
      shortAdvices: sql<number>`sum(parts.sessions AND parts.kind = 'individual' AND parts.duration_minutes <= ${limit})`,
      supports: total("supports"),
      minutes: total("minutes"),
      preparationMinutes: total("preparation"),
      travelMinutes: total("travel"),
      kilometres: total("kilometres"),
    })
    .from(partsIn(owners, days, narrowing))
    .groupBy(month, kind)
    .orderBy(month, kind)
    .all();
  const missing = absencesFromFacts(owners, days, narrowing);
  return rows.map((row) => {
    const found = missing.find((one) => one.month === row.month && one.kind === row.kind);
    return { ...row, excused: found?.excused ?? 0, absent: found?.absent ?? 0 };
  });
}

function absencesFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  return db()
    .select({ month, kind, excused: total("excused"), absent: total("absent") })
    .from(missingIn(owners, days, narrowing))
    .groupBy(month, kind)
    .all();
}

/** Sessions and their supports and minutes by theme and channel; other work left out. */
export function topicsFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  const [theme, channel] = [sql<string>`parts.theme`, sql<string>`parts.channel`];
  return db()
    .select({ theme, channel, sessions: total("sessions"), supports: total("supports"), minutes: total("minutes") })
    .from(partsIn(owners, days, narrowing))
    .where(sql`parts.kind <> 'other_work'`)
    .groupBy(theme, channel)
    .orderBy(theme, channel)
    .all();
}

/** Sessions by month and theme, the empty text for none; other work left out. */
export function themeMonthsFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  const theme = sql<string>`parts.theme`;
  return db()
    .select({ month, theme, sessions: total("sessions") })
    .from(partsIn(owners, days, narrowing))
    .where(sql`parts.kind <> 'other_work'`)
    .groupBy(month, theme)
    .all();
}

/** Each facilitator's sessions and minutes: everyone who took part counts theirs. */
export function facilitatorsFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  const minutesWhere = (condition: SQL) =>
    sql<number>`sum(CASE WHEN ${condition} THEN ${coachingSessions.durationMinutes} ELSE 0 END)`;
  return db()
    .select({
      facilitatorId: sessionFacilitators.userId,
      name: users.name,
      sessions: sql<number>`sum(${isCoaching})`,
      supports: sql<number>`sum(${coachingSessions.supports})`,
      contactMinutes: minutesWhere(isCoaching),
      preparationMinutes: sql<number>`sum(${coachingSessions.preparationMinutes})`,
      travelMinutes: sql<number>`sum(${coachingSessions.travelMinutes})`,
      otherMinutes: minutesWhere(eq(coachingSessions.kind, "other_work")),
    })
    .from(coachingSessions)
    .innerJoin(sessionFacilitators, eq(sessionFacilitators.sessionId, coachingSessions.id))
    .innerJoin(users, eq(users.id, sessionFacilitators.userId))
    .where(
      and(
        sessionsIn(owners, days, narrowing),
        narrowing.facilitator ? eq(sessionFacilitators.userId, narrowing.facilitator) : undefined,
      ),
    )
    .groupBy(sessionFacilitators.userId)
    .orderBy(sessionFacilitators.userId)
    .all();
}

/** Sessions, supports and contact minutes by office; other work left out. */
export function officesFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  const ownerId = sql<string>`parts.office_id`;
  return db()
    .select({ ownerId, sessions: total("sessions"), supports: total("supports"), minutes: total("minutes") })
    .from(partsIn(owners, days, narrowing))
    .where(sql`parts.kind <> 'other_work'`)
    .groupBy(ownerId)
    .all();
}

/** Providers with a support, as a subquery of `(provider_id, supports, sessions)`. */
export function reachedFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing): SQL {
  return sql`SELECT provider_id, count(*) AS supports, count(DISTINCT session_id) AS sessions FROM (
    SELECT ${sessionParticipants.providerId}, ${sessionParticipants.sessionId}
      FROM ${coachingSessions} JOIN ${sessionParticipants} ON ${sessionParticipants.sessionId} = ${coachingSessions.id}
      WHERE ${and(sessionsIn(owners, days, narrowing), isCoaching, isPresent)} AND ${sessionParticipants.providerId} IS NOT NULL
    UNION ALL SELECT provider_id, session_id FROM (${guestsOf(owners, days, narrowing)})) GROUP BY provider_id`;
}

/** Guests of pooled sessions who are these offices' own: `(provider_id, session_id, establishment_id)`. */
function guestsOf(owners: readonly string[], days: Period, narrowing: Narrowing): SQL {
  const { sessionId, organisationId } = sessionGuests;
  return sql`SELECT ${sessionGuests.providerId}, ${sessionId}, ${sessionGuests.establishmentId}
    FROM ${sessionShares} JOIN ${coachingSessions} ON ${coachingSessions.id} = ${sessionShares.sessionId}
    JOIN ${sessionGuests} ON ${sessionId} = ${sessionShares.sessionId} AND ${organisationId} = ${sessionShares.organisationId}
    WHERE ${and(sharedIn(owners, days, narrowing), isCoaching)}`;
}

/** Establishments ticked in sessions where their provider was present, as `(establishment_id, session_id)`; a pair may come twice. */
export function establishmentsFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing): SQL {
  const ticked = sql`SELECT ${sessionEstablishments.establishmentId}, ${sessionEstablishments.sessionId}
    FROM ${coachingSessions} JOIN ${sessionEstablishments} ON ${sessionEstablishments.sessionId} = ${coachingSessions.id}
    JOIN ${establishments} ON ${establishments.id} = ${sessionEstablishments.establishmentId}
    JOIN ${sessionParticipants} ON ${sessionParticipants.sessionId} = ${coachingSessions.id} AND ${sessionParticipants.providerId} = ${establishments.providerId}
    WHERE ${and(sessionsIn(owners, days, narrowing), isCoaching, isPresent)}`;
  const guests = guestsOf(owners, days, narrowing);
  return sql`${ticked} UNION ALL SELECT establishment_id, session_id FROM (${guests})`;
}

/** Distinct establishments of `establishmentsFromFacts` that are still kept. */
export function countEstablishmentsFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing): number {
  const reached = sql`SELECT establishment_id FROM (${establishmentsFromFacts(owners, days, narrowing)})`;
  const row = db()
    .select({ count: countRows() })
    .from(establishments)
    .where(and(isNull(establishments.deletedAt), sql`${establishments.id} IN (${reached})`))
    .get();
  return row?.count ?? 0;
}

const isPresent = eq(sessionParticipants.presence, "present");
