import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte } from "drizzle-orm";
import { db } from "~/db/client.server";
import { absences, memberships } from "~/db/schema/accounts.server";
import { appointments, preparationBlocks } from "~/db/schema/agenda.server";
import { coachingSessions, sessionFacilitators } from "~/db/schema/coaching.server";
import { providers } from "~/db/schema/providers.server";
import { hourMs, type Span, spanOf } from "./model";
import { listWorkshopTimes } from "./workshop-times.queries.server";

export interface Busy extends Span {
  id: string;
  userId: string;
  ownerId: string;
  /** Named only to whoever sees that office's agenda. */
  title: string;
  channel: string | null;
  travelMinutes: number;
}

/** What takes these people's time between two instants, in every office they work for; the caller hides what is not theirs to read. */
export function listBusy(userIds: readonly string[], span: Span): Busy[] {
  if (userIds.length === 0) return [];
  return [
    ...busyAppointments(userIds, span),
    ...busySessions(userIds, span),
    ...busyPreparation(userIds, span),
    ...busyWorkshops(userIds, span),
  ];
}

/** An event lasts a day at most: what starts a day before may still run. */
const near = (span: Span) => ({ from: span.startsAt - 24 * hourMs, to: span.endsAt });

function busyAppointments(userIds: readonly string[], span: Span): Busy[] {
  const { from, to } = near(span);
  const rows = db()
    .select({
      id: appointments.id,
      userId: appointments.facilitatorId,
      ownerId: appointments.ownerId,
      title: providers.name,
      channel: appointments.channel,
      travelMinutes: appointments.travelMinutes,
      startsAt: appointments.startsAt,
      durationMinutes: appointments.durationMinutes,
    })
    .from(appointments)
    .innerJoin(providers, eq(providers.id, appointments.providerId))
    .where(
      and(
        inArray(appointments.facilitatorId, [...userIds]),
        eq(appointments.state, "booked"),
        gt(appointments.startsAt, from),
        lt(appointments.startsAt, to),
      ),
    )
    .all();
  return rows.map(({ durationMinutes, ...row }) => ({ ...row, ...spanOf({ ...row, durationMinutes }) })).filter(isWithin(span));
}

function busySessions(userIds: readonly string[], span: Span): Busy[] {
  const { from, to } = near(span);
  const rows = db()
    .select({
      id: coachingSessions.id,
      userId: sessionFacilitators.userId,
      ownerId: coachingSessions.ownerId,
      title: coachingSessions.title,
      channel: coachingSessions.channel,
      travelMinutes: coachingSessions.travelMinutes,
      startsAt: coachingSessions.startsAt,
      durationMinutes: coachingSessions.durationMinutes,
    })
    .from(sessionFacilitators)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionFacilitators.sessionId))
    .where(
      and(
        inArray(sessionFacilitators.userId, [...userIds]),
        isNull(coachingSessions.deletedAt),
        isNotNull(coachingSessions.startsAt),
        gt(coachingSessions.startsAt, from),
        lt(coachingSessions.startsAt, to),
      ),
    )
    .all();
  return rows
    .map(({ durationMinutes, ...row }) => {
      const startsAt = row.startsAt ?? 0;
      return { ...row, title: row.title ?? "", ...spanOf({ startsAt, durationMinutes }) };
    })
    .filter(isWithin(span));
}

function busyPreparation(userIds: readonly string[], span: Span): Busy[] {
  const { from, to } = near(span);
  const rows = db()
    .select()
    .from(preparationBlocks)
    .where(
      and(
        inArray(preparationBlocks.userId, [...userIds]),
        isNull(preparationBlocks.deletedAt),
        gt(preparationBlocks.startsAt, from),
        lt(preparationBlocks.startsAt, to),
      ),
    )
    .all();
  return rows
    .map(({ id, userId, ownerId, title, ...row }) => ({
      ...{ id, userId, ownerId, title, channel: null, travelMinutes: 0 },
      ...spanOf(row),
    }))
    .filter(isWithin(span));
}

function busyWorkshops(userIds: readonly string[], span: Span): Busy[] {
  return listWorkshopTimes(userIds, span).map(({ workshopId: id, userId, ownerId, title, startsAt, endsAt }) => ({
    ...{ id, userId, ownerId, title, startsAt, endsAt, channel: null, travelMinutes: 0 },
  }));
}

const isWithin = (span: Span) => (one: Span) => one.startsAt < span.endsAt && one.endsAt > span.startsAt;

/** Absences of these people that touch the days (both included), the next first. */
export function listAbsencesBetween(userIds: readonly string[], days: { from: string; to: string }) {
  if (userIds.length === 0) return [];
  return db()
    .select({ id: absences.id, userId: absences.userId, startsOn: absences.startsOn, endsOn: absences.endsOn })
    .from(absences)
    .where(and(inArray(absences.userId, [...userIds]), lte(absences.startsOn, days.to), gte(absences.endsOn, days.from)))
    .orderBy(absences.startsOn, absences.id)
    .limit(500)
    .all();
}

/** The working days (1 Monday to 7 Sunday) that a person has at an office. */
export function readWorkingDays(userId: string, ownerId: string): number[] {
  const rows = db()
    .select({ workingDays: memberships.workingDays })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.organisationId, ownerId)))
    .all();
  return [...new Set(rows.flatMap((row) => row.workingDays))];
}
