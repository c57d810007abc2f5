import { and, asc, between, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { providers } from "~/db/schema/providers.server";
import { activityReports } from "~/db/schema/reports.server";
import { files } from "~/db/schema/work.server";
import { workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import type { Period } from "~/features/figures/period.model";
import type { Criterion } from "./evidence.model";

/** More than any office's five years hold. */
const limit = 50_000;

type Asked = Pick<Criterion, "themes" | "otherWork">;

/** The sessions that prove a criterion, by day: no note, only what was done, when and with which businesses. */
export function listEvidenceSessions(ownerId: string, days: Period, asked: Asked) {
  const who = sql<
    string | null
  >`(SELECT group_concat(name, ', ') FROM (SELECT ${providers.name} AS name FROM ${sessionParticipants}
    JOIN ${providers} ON ${providers.id} = ${sessionParticipants.providerId}
    WHERE ${sessionParticipants.sessionId} = ${coachingSessions.id} AND ${sessionParticipants.presence} = 'present'
    GROUP BY ${providers.id} ORDER BY name))`;
  const { id, heldOn, kind, otherWorkKind, title, theme, channel, durationMinutes, supports } = coachingSessions;
  return db()
    .select({ id, heldOn, kind, otherWorkKind, title, theme, channel, durationMinutes, supports, facilitator: users.name, who })
    .from(coachingSessions)
    .innerJoin(users, eq(users.id, coachingSessions.facilitatorId))
    .where(sessionsOf(ownerId, days, asked))
    .orderBy(asc(heldOn), asc(id))
    .limit(limit)
    .all();
}
export type EvidenceSession = ReturnType<typeof listEvidenceSessions>[number];

/** Without themes every session counts; with an empty list, other work alone. */
function sessionsOf(ownerId: string, { from, to }: Period, { themes, otherWork = [] }: Asked): SQL | undefined {
  const coached =
    themes === undefined ? sql`${coachingSessions.kind} <> 'other_work'` : inArray(coachingSessions.theme, [...themes]);
  const other = and(eq(coachingSessions.kind, "other_work"), inArray(coachingSessions.otherWorkKind, [...otherWork]));
  const isCoached = and(sql`${coachingSessions.kind} <> 'other_work'`, coached);
  return and(
    eq(coachingSessions.ownerId, ownerId),
    isNull(coachingSessions.deletedAt),
    eq(coachingSessions.isCounted, true),
    between(coachingSessions.heldOn, from, to),
    or(isCoached, otherWork.length > 0 ? other : undefined),
  );
}

/** The workshops held that prove a criterion, by day, with who registered and who came. */
export function listEvidenceWorkshops(ownerId: string, { from, to }: Period, { themes }: Asked) {
  // One level down, so that its columns keep the names of their tables.
  const count = (condition: SQL) =>
    sql<number>`${sql`(SELECT count(*) FROM ${workshopRegistrations} WHERE ${workshopRegistrations.workshopId} = ${workshops.id} AND ${condition})`}`;
  const { id, heldOn, title, format, placeName, communeName, durationMinutes, zone } = workshops;
  const main = sql`json_extract(${workshops.themes}, '$[0]')`;
  const columns = { id, heldOn, title, format, placeName, communeName, durationMinutes, zone, headCount: workshops.headCount };
  return db()
    .select({
      ...columns,
      registered: count(sql`${workshopRegistrations.state} = 'registered'`),
      present: count(sql`${workshopRegistrations.presence} = 'present'`),
    })
    .from(workshops)
    .where(
      and(
        eq(workshops.ownerId, ownerId),
        isNull(workshops.deletedAt),
        eq(workshops.state, "held"),
        between(heldOn, from, to),
        themes ? inArray(main, [...themes]) : undefined,
      ),
    )
    .orderBy(asc(heldOn), asc(id))
    .limit(limit)
    .all();
}
export type EvidenceWorkshop = ReturnType<typeof listEvidenceWorkshops>[number];

/** What was attached to these sessions and workshops; never a signature. */
export function listEvidenceFiles(ownerId: string, subjectIds: readonly string[]) {
  const rows: { id: string; name: string; subjectId: string; bytes: number }[] = [];
  const { id, name, subject, subjectId, bytes } = files;
  // SQLite takes so many values at once.
  for (let first = 0; first < subjectIds.length; first += 10_000) {
    const part = inArray(subjectId, subjectIds.slice(first, first + 10_000));
    const own = and(eq(files.ownerId, ownerId), inArray(subject, ["coaching_session", "workshop"]), isNull(files.deletedAt));
    rows.push(...db().select({ id, name, subjectId, bytes }).from(files).where(and(own, part)).orderBy(asc(id)).all());
  }
  return rows;
}
export type EvidenceFile = ReturnType<typeof listEvidenceFiles>[number];

/** The finished reports whose period meets these days, by period. */
export function listEvidenceReports(ownerId: string, { from, to }: Period) {
  const { id, title } = activityReports;
  return db()
    .select({ id, title })
    .from(activityReports)
    .where(
      and(
        eq(activityReports.ownerId, ownerId),
        eq(activityReports.state, "finished"),
        isNull(activityReports.deletedAt),
        sql`${activityReports.startsOn} <= ${to} AND ${activityReports.endsOn} >= ${from}`,
      ),
    )
    .orderBy(asc(activityReports.startsOn))
    .limit(200)
    .all();
}
