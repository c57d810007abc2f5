import { and, between, eq, exists, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import {
  coachingSessions,
  sessionEstablishments,
  sessionFacilitators,
  sessionParticipants,
  sessionTags,
} from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { establishments, providers } from "~/db/schema/providers.server";
import type { Narrowing } from "./model";
import type { Period } from "./period.model";

// The same figures as `summaries.queries.server.ts`, read from the sessions themselves through the
// covering index: for days, and for filters that the summaries do not know.

const month = sql<string>`substr(${coachingSessions.heldOn}, 1, 7)`;
const isCoaching = ne(coachingSessions.kind, "other_work");
const count = sql<number>`count(*)`;

/** Counts by month and kind. */
export function monthlyFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  const rows = db()
    .select({
      month,
      kind: coachingSessions.kind,
      sessions: count,
      shortAdvices: sql<number>`sum(${coachingSessions.kind} = 'individual' AND ${coachingSessions.durationMinutes} <= ${organisations.shortAdviceMinutes})`,
      supports: sql<number>`sum(${coachingSessions.supports})`,
      minutes: sql<number>`sum(${coachingSessions.durationMinutes})`,
      preparationMinutes: sql<number>`sum(${coachingSessions.preparationMinutes})`,
      travelMinutes: sql<number>`sum(${coachingSessions.travelMinutes})`,
      kilometres: sql<number>`sum(${coachingSessions.travelKilometres})`,
    })
    .from(coachingSessions)
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .where(sessionsIn(owners, days, narrowing))
    .groupBy(month, coachingSessions.kind)
    .orderBy(month, coachingSessions.kind)
    .all();
  const missing = absencesFromFacts(owners, days, narrowing);
  return rows.map((row) => {
    const found = missing.find((one) => one.month === row.month && one.kind === row.kind);
    return { ...row, excused: found?.excused ?? 0, absent: found?.absent ?? 0 };
  });
}

function absencesFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  return db()
    .select({
      month,
      kind: coachingSessions.kind,
      excused: sql<number>`sum(${sessionParticipants.presence} = 'excused')`,
      absent: sql<number>`sum(${sessionParticipants.presence} = 'absent')`,
    })
    .from(coachingSessions)
    .innerJoin(sessionParticipants, eq(sessionParticipants.sessionId, coachingSessions.id))
    .where(and(sessionsIn(owners, days, narrowing), ne(sessionParticipants.presence, "present")))
    .groupBy(month, coachingSessions.kind)
    .all();
}

/** Sessions and their supports and minutes by theme and channel; other work left out. */
export function topicsFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  const [theme, channel] = [
    sql<string>`coalesce(${coachingSessions.theme}, '')`,
    sql<string>`coalesce(${coachingSessions.channel}, '')`,
  ];
  return db()
    .select({
      theme,
      channel,
      sessions: count,
      supports: sql<number>`sum(${coachingSessions.supports})`,
      minutes: sql<number>`sum(${coachingSessions.durationMinutes})`,
    })
    .from(coachingSessions)
    .where(and(sessionsIn(owners, days, narrowing), isCoaching))
    .groupBy(theme, channel)
    .orderBy(theme, channel)
    .all();
}

/** Sessions by month and theme, the empty text for none; other work left out. */
export function themeMonthsFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing) {
  const theme = sql<string>`coalesce(${coachingSessions.theme}, '')`;
  return db()
    .select({ month, theme, sessions: count })
    .from(coachingSessions)
    .where(and(sessionsIn(owners, days, narrowing), isCoaching))
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
  return db()
    .select({
      ownerId: coachingSessions.ownerId,
      sessions: count,
      supports: sql<number>`sum(${coachingSessions.supports})`,
      minutes: sql<number>`sum(${coachingSessions.durationMinutes})`,
    })
    .from(coachingSessions)
    .where(and(sessionsIn(owners, days, narrowing), isCoaching))
    .groupBy(coachingSessions.ownerId)
    .all();
}

/** Providers with a support, as a subquery of `(provider_id, supports, sessions)`. */
export function reachedFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing): SQL {
  return sql`SELECT ${sessionParticipants.providerId}, count(*) AS supports, count(DISTINCT ${sessionParticipants.sessionId}) AS sessions
    FROM ${coachingSessions} JOIN ${sessionParticipants} ON ${sessionParticipants.sessionId} = ${coachingSessions.id}
    WHERE ${and(sessionsIn(owners, days, narrowing), isCoaching, isPresent, isNotNull(sessionParticipants.providerId))}
    GROUP BY ${sessionParticipants.providerId}`;
}

/** Distinct establishments ticked in sessions where their provider was present. */
export function countEstablishmentsFromFacts(owners: readonly string[], days: Period, narrowing: Narrowing): number {
  const row = db()
    .select({ count: sql<number>`count(DISTINCT ${sessionEstablishments.establishmentId})` })
    .from(coachingSessions)
    .innerJoin(sessionEstablishments, eq(sessionEstablishments.sessionId, coachingSessions.id))
    .innerJoin(establishments, eq(establishments.id, sessionEstablishments.establishmentId))
    .innerJoin(
      sessionParticipants,
      and(eq(sessionParticipants.sessionId, coachingSessions.id), eq(sessionParticipants.providerId, establishments.providerId)),
    )
    .where(and(sessionsIn(owners, days, narrowing), isCoaching, isPresent, isNull(establishments.deletedAt)))
    .get();
  return row?.count ?? 0;
}

const isPresent = eq(sessionParticipants.presence, "present");

/** The sessions that figures count: not deleted, not kept out, of the period and the filters. */
export function sessionsIn(owners: readonly string[], { from, to }: Period, narrowing: Narrowing): SQL | undefined {
  const { facilitator, kind, theme, channel, funder, tag } = narrowing;
  return and(
    inArray(coachingSessions.ownerId, [...owners]),
    isNull(coachingSessions.deletedAt),
    eq(coachingSessions.isCounted, true),
    between(coachingSessions.heldOn, from, to),
    kind ? eq(coachingSessions.kind, kind) : undefined,
    theme ? eq(coachingSessions.theme, theme) : undefined,
    channel ? eq(coachingSessions.channel, channel) : undefined,
    funder ? eq(coachingSessions.funderId, funder) : undefined,
    tag ? withTag(tag) : undefined,
    facilitator ? withFacilitator(facilitator) : undefined,
    narrowing.providerKind || narrowing.commune ? withProvider(narrowing) : undefined,
  );
}

function withFacilitator(userId: string): SQL {
  const took = and(eq(sessionFacilitators.sessionId, coachingSessions.id), eq(sessionFacilitators.userId, userId));
  return exists(db().select({ one: sql`1` }).from(sessionFacilitators).where(took));
}

function withTag(tagId: string): SQL {
  const carried = and(eq(sessionTags.sessionId, coachingSessions.id), eq(sessionTags.tagId, tagId));
  return exists(db().select({ one: sql`1` }).from(sessionTags).where(carried));
}

/** Sessions where a provider of this kind and commune was present. */
function withProvider({ providerKind, commune }: Narrowing): SQL {
  const came = and(
    eq(sessionParticipants.sessionId, coachingSessions.id),
    isPresent,
    providerKind ? eq(providers.kind, providerKind) : undefined,
    commune ? eq(providers.inseeCode, commune) : undefined,
  );
  return exists(
    db()
      .select({ one: sql`1` })
      .from(sessionParticipants)
      .innerJoin(providers, eq(providers.id, sessionParticipants.providerId))
      .where(came),
  );
}
