import { and, between, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { attendances } from "~/db/attendances.server";
import { db } from "~/db/client.server";
import {
  coachingSessions,
  sessionFacilitators,
  sessionParticipants,
  sessionShares,
  sessionTags,
} from "~/db/schema/coaching.server";
import { providers } from "~/db/schema/providers.server";
import type { Narrowing } from "./model";
import type { Period } from "./period.model";

const { id, ownerId, heldOn, kind, theme, channel, supports, durationMinutes } = coachingSessions;
const { preparationMinutes, travelMinutes, travelKilometres } = coachingSessions;
const isOwn = sql`(${sessionShares.organisationId} = ${ownerId})`;
/** What the owner alone counts of a shared session. */
const own = (value: unknown) => sql`CASE WHEN ${isOwn} THEN ${value} ELSE 0 END`;
/** A session of one office alone; where there are shares, each office reads its own. */
const isWhole = sql`NOT EXISTS (SELECT 1 FROM ${sessionShares} WHERE ${sessionShares.sessionId} = ${id})`;
const ofSession = eq(id, sessionShares.sessionId);

/**
 * The sessions of these offices as each counts them, `parts`: `office_id`, `held_on`, `kind`, `theme` and
 * `channel` (the empty text for none), `sessions` (0 where the office took part in another's), its part of
 * `supports`, `minutes`, `preparation`, `travel`, `kilometres`, and the whole session's `duration_minutes`.
 */
export const partsIn = (owners: readonly string[], days: Period, narrowing: Narrowing): SQL => sql`(
  SELECT ${ownerId} AS office_id, ${heldOn}, ${kind}, coalesce(${theme}, '') AS theme, coalesce(${channel}, '') AS channel, 1 AS sessions,
    ${supports}, ${durationMinutes} AS minutes, ${durationMinutes}, ${preparationMinutes} AS preparation, ${travelMinutes} AS travel, ${travelKilometres} AS kilometres
  FROM ${coachingSessions} WHERE ${and(sessionsIn(owners, days, narrowing), isWhole)}
  UNION ALL
  SELECT ${sessionShares.organisationId}, ${heldOn}, ${kind}, coalesce(${theme}, ''), coalesce(${channel}, ''), ${isOwn},
    ${sessionShares.supports}, ${sessionShares.minutes}, ${durationMinutes}, ${own(preparationMinutes)}, ${own(travelMinutes)}, ${own(travelKilometres)}
  FROM ${sessionShares} JOIN ${coachingSessions} ON ${ofSession} WHERE ${sharedIn(owners, days, narrowing)}) AS parts`;

/** Excused and absent people of the same sessions, `parts`: `held_on`, `kind`, `excused`, `absent`. */
export const missingIn = (owners: readonly string[], days: Period, narrowing: Narrowing): SQL => sql`(
  SELECT ${heldOn}, ${kind}, ${sessionParticipants.presence} = 'excused' AS excused, ${sessionParticipants.presence} = 'absent' AS absent
  FROM ${coachingSessions} JOIN ${sessionParticipants} ON ${sessionParticipants.sessionId} = ${id}
  WHERE ${and(sessionsIn(owners, days, narrowing), isWhole)} AND ${sessionParticipants.presence} <> 'present'
  UNION ALL
  SELECT ${heldOn}, ${kind}, ${sessionShares.excused}, ${sessionShares.absent}
  FROM ${sessionShares} JOIN ${coachingSessions} ON ${ofSession} WHERE ${sharedIn(owners, days, narrowing)}) AS parts`;

/** The sessions of these offices that figures count: not deleted, not kept out, of the period and the filters. */
export function sessionsIn(owners: readonly string[], days: Period, narrowing: Narrowing): SQL | undefined {
  return and(inArray(ownerId, [...owners]), narrowedIn(days, narrowing));
}

/** Sessions of the period and the filters, whoever's they are. */
export function narrowedIn(days: Period, narrowing: Narrowing): SQL | undefined {
  const { providerKind, commune } = narrowing;
  return and(countedIn(days, narrowing), providerKind || commune ? withProvider(narrowing) : undefined);
}

/** The same of pooled sessions, by the office that takes a share: rows of `session_shares`. */
export function sharedIn(owners: readonly string[], days: Period, narrowing: Narrowing): SQL | undefined {
  const { providerKind, commune } = narrowing;
  const ofOffice = eq(providers.ownerId, sessionShares.organisationId);
  return and(
    inArray(sessionShares.organisationId, [...owners]),
    countedIn(days, narrowing),
    providerKind || commune ? withProvider(narrowing, ofOffice) : undefined,
  );
}

/** What narrows a session itself, whoever's it is. */
function countedIn({ from, to }: Period, narrowing: Narrowing): SQL | undefined {
  const { facilitator, funder, tag } = narrowing;
  return and(
    isNull(coachingSessions.deletedAt),
    eq(coachingSessions.isCounted, true),
    between(heldOn, from, to),
    narrowing.kind ? eq(kind, narrowing.kind) : undefined,
    narrowing.theme ? eq(theme, narrowing.theme) : undefined,
    narrowing.channel ? eq(channel, narrowing.channel) : undefined,
    funder ? eq(coachingSessions.funderId, funder) : undefined,
    tag ? withTag(tag) : undefined,
    facilitator ? withFacilitator(facilitator) : undefined,
  );
}

function withFacilitator(userId: string): SQL {
  const took = and(eq(sessionFacilitators.sessionId, id), eq(sessionFacilitators.userId, userId));
  return exists(db().select({ one: sql`1` }).from(sessionFacilitators).where(took));
}

function withTag(tagId: string): SQL {
  const carried = and(eq(sessionTags.sessionId, id), eq(sessionTags.tagId, tagId));
  return exists(db().select({ one: sql`1` }).from(sessionTags).where(carried));
}

/** Sessions where a provider of this kind and commune was present. */
function withProvider({ providerKind, commune }: Narrowing, condition?: SQL): SQL {
  const came = and(
    sql`attendances.session_id = ${id}`,
    condition,
    providerKind ? eq(providers.kind, providerKind) : undefined,
    commune ? eq(providers.inseeCode, commune) : undefined,
  );
  return exists(
    db()
      .select({ one: sql`1` })
      .from(attendances)
      .innerJoin(providers, sql`${providers.id} = attendances.provider_id`)
      .where(came),
  );
}
