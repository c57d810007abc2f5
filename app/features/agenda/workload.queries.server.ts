import { and, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { memberships } from "~/db/schema/accounts.server";
import { appointments, preparationBlocks, seasonHours } from "~/db/schema/agenda.server";
import { coachingSessions, sessionFacilitators } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { grantedMinutes } from "~/features/figures/period.model";
import { now } from "~/lib/clock";
import { addDays, dayIn, mondayOf } from "~/lib/dates";
import { hourMs, minuteMs, weekGrant } from "./model";
import { listWorkshopTimes } from "./workshop-times.queries.server";

/** Minutes of a person's week, by their kind. */
export interface WeekLoad {
  monday: string;
  granted: number;
  /** Logged: sessions, their preparation and travel, other work. */
  contact: number;
  preparation: number;
  travel: number;
  otherWork: number;
  done: number;
  /** Appointments to come or to log with their travel, workshops not yet closed, drafts too, and preparation kept from today on. */
  planned: number;
}

/** The load of the week of a day, leaving out rows that move. */
export function readWeekLoad(userId: string, day: string, except: readonly string[] = []): WeekLoad {
  const monday = mondayOf(day);
  const days = { from: monday, to: addDays(monday, 6) };
  const [week] = listWeekLoads(userId, days, except);
  return week ?? { monday, granted: 0, contact: 0, preparation: 0, travel: 0, otherWork: 0, done: 0, planned: 0 };
}

/** The load of every week that the days touch, the first first; `from` is a Monday. */
export function listWeekLoads(userId: string, days: { from: string; to: string }, except: readonly string[] = []): WeekLoad[] {
  const done = doneByDay(userId, days);
  const planned = [...plannedByDay(userId, days), ...workshopsByDay(userId, days)].filter((row) => !except.includes(row.id));
  const grants = readGrants(userId, days);
  const weeks: WeekLoad[] = [];
  for (let monday = days.from; monday <= days.to; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6);
    const inWeek = <T extends { heldOn: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.heldOn >= monday && row.heldOn <= sunday);
    const worked = inWeek(done);
    const sum = (part: "contact" | "preparation" | "travel" | "otherWork") => worked.reduce((all, row) => all + row[part], 0);
    const parts = {
      contact: sum("contact"),
      preparation: sum("preparation"),
      travel: sum("travel"),
      otherWork: sum("otherWork"),
    };
    weeks.push({
      monday,
      ...parts,
      granted: grantOf(grants, monday),
      done: parts.contact + parts.preparation + parts.travel + parts.otherWork,
      planned: inWeek(planned).reduce((all, row) => all + row.minutes, 0),
    });
  }
  return weeks;
}

function doneByDay(userId: string, days: { from: string; to: string }) {
  const { heldOn, kind, durationMinutes, preparationMinutes, travelMinutes, deletedAt } = coachingSessions;
  const isOther = sql`${kind} = 'other_work'`;
  return db()
    .select({
      heldOn,
      contact: sql<number>`sum(CASE WHEN ${isOther} THEN 0 ELSE ${durationMinutes} END)`,
      otherWork: sql<number>`sum(CASE WHEN ${isOther} THEN ${durationMinutes} ELSE 0 END)`,
      preparation: sql<number>`sum(${preparationMinutes})`,
      travel: sql<number>`sum(${travelMinutes})`,
    })
    .from(sessionFacilitators)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionFacilitators.sessionId))
    .where(and(eq(sessionFacilitators.userId, userId), isNull(deletedAt), gte(heldOn, days.from), lte(heldOn, days.to)))
    .groupBy(heldOn)
    .all();
}

const isUnlogged = sql`NOT EXISTS (SELECT 1 FROM coaching_sessions s WHERE s.id = appointments.session_id AND s.deleted_at IS NULL)`;

/** Workshops that they hold and that have not written their session yet, each part on its day. */
function workshopsByDay(userId: string, { from, to }: { from: string; to: string }) {
  const span = { startsAt: Date.parse(`${from}T00:00:00Z`) - 24 * hourMs, endsAt: Date.parse(`${to}T00:00:00Z`) + 48 * hourMs };
  return listWorkshopTimes([userId], span)
    .filter((part) => part.heldOn >= from && part.heldOn <= to)
    .map(({ workshopId, heldOn, startsAt, endsAt }) => ({ id: workshopId, heldOn, minutes: (endsAt - startsAt) / minuteMs }));
}

function plannedByDay(userId: string, days: { from: string; to: string }) {
  const booked = db()
    .select({
      id: appointments.id,
      heldOn: appointments.heldOn,
      minutes: sql<number>`${appointments.durationMinutes} + ${appointments.travelMinutes}`,
    })
    .from(appointments)
    .where(
      and(
        eq(appointments.facilitatorId, userId),
        eq(appointments.state, "booked"),
        gte(appointments.heldOn, days.from),
        lte(appointments.heldOn, days.to),
        isUnlogged,
      ),
    )
    .all();
  const { id, heldOn, zone, durationMinutes } = preparationBlocks;
  const kept = db()
    .select({ id, heldOn, zone, minutes: durationMinutes })
    .from(preparationBlocks)
    .where(
      and(
        eq(preparationBlocks.userId, userId),
        isNull(preparationBlocks.deletedAt),
        gte(heldOn, days.from),
        lte(heldOn, days.to),
      ),
    )
    .all();
  const at = now();
  return [...booked, ...kept.filter((block) => block.heldOn >= dayIn(block.zone, at))];
}

/** A person's memberships with hours granted that touch the days, with what the office says of its season. */
function readGrants(userId: string, days: { from: string; to: string }) {
  return db()
    .select({
      startsOn: memberships.startsOn,
      endsOn: memberships.endsOn,
      hoursPerYear: memberships.hoursPerYear,
      seasonWeeks: organisations.seasonWeeks,
      seasonWeek: seasonHours.minutesPerWeek,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(seasonHours, and(eq(seasonHours.userId, memberships.userId), eq(seasonHours.ownerId, memberships.organisationId)))
    .where(
      and(
        inArray(memberships.userId, [userId]),
        isNotNull(memberships.hoursPerYear),
        lte(memberships.startsOn, days.to),
        or(isNull(memberships.endsOn), gte(memberships.endsOn, days.from)),
      ),
    )
    .all();
}

function grantOf(grants: ReturnType<typeof readGrants>, monday: string): number {
  const days = { from: monday, to: addDays(monday, 6) };
  return grants.reduce((all, grant) => {
    const hoursPerYear = grant.hoursPerYear ?? 0;
    const week = grantedMinutes({ ...grant, hoursPerYear }, days);
    // Outside the membership's dates nothing is granted, whatever the season says.
    if (week === 0) return all;
    const spread = { year: hoursPerYear * 60, week, seasonWeek: grant.seasonWeek ?? undefined, seasonWeeks: grant.seasonWeeks };
    return all + weekGrant(monday, spread);
  }, 0);
}
