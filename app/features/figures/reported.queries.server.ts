import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { activityReports } from "~/db/schema/reports.server";

/** Whether one of these days (ISO) falls in the period of a finished report of the office. */
export function isReported(ownerId: string, days: readonly string[]): boolean {
  const covered = days.map((day) => sql`${day} BETWEEN ${activityReports.startsOn} AND ${activityReports.endsOn}`);
  const finished = and(eq(activityReports.ownerId, ownerId), inArray(activityReports.state, ["finished"]));
  const row = db()
    .select({ id: activityReports.id })
    .from(activityReports)
    .where(and(finished, isNull(activityReports.deletedAt), sql`(${sql.join(covered, sql` OR `)})`))
    .limit(1)
    .get();
  return row !== undefined;
}

/** Whether any day asked of a reader falls in the period of a finished report of the office; nothing is read where there is none. */
export function touchesReport(ownerId: string, readDays: () => readonly string[]): boolean {
  const periods = db()
    .select({ startsOn: activityReports.startsOn, endsOn: activityReports.endsOn })
    .from(activityReports)
    .where(
      and(eq(activityReports.ownerId, ownerId), inArray(activityReports.state, ["finished"]), isNull(activityReports.deletedAt)),
    )
    .all();
  if (periods.length === 0) return false;
  return readDays().some((day) => periods.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn));
}
