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
