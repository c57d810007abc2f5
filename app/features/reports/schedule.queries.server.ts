import { and, asc, desc, eq, exists, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { activityReports, reportReaders, reportSchedules } from "~/db/schema/reports.server";
import { mails } from "~/db/schema/work.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";

const columns = {
  id: reportSchedules.id,
  ownerId: reportSchedules.ownerId,
  period: reportSchedules.period,
  madeUntil: reportSchedules.madeUntil,
  createdById: reportSchedules.createdById,
  office: organisations.name,
  zone: organisations.zone,
  seasonWeeks: organisations.seasonWeeks,
};

const readSchedules = () =>
  db().select(columns).from(reportSchedules).innerJoin(organisations, eq(organisations.id, reportSchedules.ownerId));

/** Every schedule that runs, of all offices: for the job that makes their reports. */
export const listRunningSchedules = () => readSchedules().where(isNull(reportSchedules.deletedAt)).all();
export type Schedule = ReturnType<typeof listRunningSchedules>[number];

/** The schedules of the offices where the actor decides of them. */
export function listSchedules(actor: Actor): Schedule[] {
  const mine = scope(actor, "report.schedule", { ownerId: reportSchedules.ownerId });
  return readSchedules()
    .where(and(mine, isNull(reportSchedules.deletedAt)))
    .orderBy(asc(reportSchedules.createdAt))
    .limit(50)
    .all();
}

/** One of them; throws NotFoundError out of sight or stopped. */
export function getSchedule(actor: Actor, id: string): Schedule {
  const row = listSchedules(actor).find((one) => one.id === id);
  if (!row) throw new NotFoundError("schedule");
  return row;
}

/** Who works in an office today and may be sent its reports, by name. */
export function listPossibleReaders(ownerId: string) {
  const today = dayAt(ownerId, now());
  const works = db()
    .select({ one: sql`1` })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, users.id),
        eq(memberships.organisationId, ownerId),
        lte(memberships.startsOn, today),
        or(isNull(memberships.endsOn), gte(memberships.endsOn, today)),
      ),
    );
  return db()
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(and(exists(works), isNull(users.suspendedAt)))
    .orderBy(asc(users.name))
    .limit(200)
    .all();
}

/** The readers of a schedule who still work in its office. */
export function listReaders({ id, ownerId }: { id: string; ownerId: string }) {
  const chosen = db().select({ userId: reportReaders.userId }).from(reportReaders).where(eq(reportReaders.scheduleId, id)).all();
  return listPossibleReaders(ownerId).filter((one) => chosen.some(({ userId }) => userId === one.id));
}

/** The last report that a schedule made; undefined before the first. */
export function findLastMade(scheduleId: string) {
  const { id, title, startsOn, createdAt } = activityReports;
  return db()
    .select({ id, title, startsOn, createdAt })
    .from(activityReports)
    .where(and(eq(activityReports.scheduleId, scheduleId), isNull(activityReports.deletedAt)))
    .orderBy(desc(startsOn))
    .limit(1)
    .get();
}

/** What became of these mails. */
export function listMailStates(ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { id, state, error, sentAt } = mails;
  return db()
    .select({ id, state, error, sentAt })
    .from(mails)
    .where(inArray(id, [...ids]))
    .all();
}
