import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { coachingSessions, sessionFacilitators } from "~/db/schema/coaching.server";
import { facilitatorMonths } from "~/db/schema/figures.server";
import { sessionsIn } from "./parts.server";
import { grantedMinutes, type Period } from "./period.model";
import { type FigureAsked, listFacilitatorMinutes, officesOfFigures } from "./queries.server";

/** A person's time over the period, minutes; `granted` is prorated by the days of the membership. */
export interface FacilitatorHours {
  facilitatorId: string;
  name: string;
  sessions: number;
  contact: number;
  preparation: number;
  travel: number;
  otherWork: number;
  used: number;
  granted: number;
}

/** Hours used, and granted for `grantedFor`, by facilitator, by name: everyone who worked or was granted hours. */
export function listFacilitatorHours(actor: Actor, asked: FigureAsked, grantedFor: Period = asked): FacilitatorHours[] {
  const hours = new Map<string, FacilitatorHours>();
  const of = (facilitatorId: string, name: string) => {
    const found = hours.get(facilitatorId) ?? { facilitatorId, name, ...nothing };
    hours.set(facilitatorId, found);
    return found;
  };
  for (const row of listFacilitatorMinutes(actor, asked)) {
    const one = of(row.facilitatorId, row.name);
    one.sessions += row.sessions;
    one.contact += row.contactMinutes;
    one.preparation += row.preparationMinutes;
    one.travel += row.travelMinutes;
    one.otherWork += row.otherMinutes;
    one.used = one.contact + one.preparation + one.travel + one.otherWork;
  }
  for (const grant of listGrants(actor, { ...asked, ...grantedFor }))
    of(grant.userId, grant.name).granted += grantedMinutes(grant, grantedFor);
  const shown = [...hours.values()].filter((one) => one.used > 0 || one.granted > 0);
  return shown.sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

const nothing = { sessions: 0, contact: 0, preparation: 0, travel: 0, otherWork: 0, used: 0, granted: 0 };

/** Memberships with hours granted, overlapping the period. */
function listGrants(actor: Actor, asked: FigureAsked) {
  const owners = officesOfFigures(actor, asked.office);
  const overlapping = and(
    lte(memberships.startsOn, asked.to),
    or(isNull(memberships.endsOn), gte(memberships.endsOn, asked.from)),
  );
  const rows = db()
    .select({
      userId: memberships.userId,
      name: users.name,
      hoursPerYear: memberships.hoursPerYear,
      startsOn: memberships.startsOn,
      endsOn: memberships.endsOn,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(memberships.organisationId, owners),
        isNotNull(memberships.hoursPerYear),
        overlapping,
        asked.facilitator ? eq(memberships.userId, asked.facilitator) : undefined,
      ),
    )
    .all();
  return rows.map((row) => ({ ...row, hoursPerYear: row.hoursPerYear ?? 0 }));
}

/** Minutes granted to everyone asked in each of these periods, which follow each other: they add up to those of the whole. */
export function listGrantedMinutes(actor: Actor, asked: FigureAsked, periods: readonly Period[]): number[] {
  const grants = listGrants(actor, asked);
  const from = periods[0]?.from ?? asked.from;
  const upTo = (to: string) => grants.reduce((total, grant) => total + grantedMinutes(grant, { from, to }), 0);
  const reached = periods.map(({ to }) => upTo(to));
  return reached.map((minutes, place) => minutes - (reached[place - 1] ?? 0));
}

/** A day's minutes, each facilitator of a session counting theirs; other work apart. */
export function listDayMinutes(actor: Actor, asked: FigureAsked) {
  const { durationMinutes, preparationMinutes, travelMinutes, kind, heldOn } = coachingSessions;
  const isOther = sql`${kind} = 'other_work'`;
  const total = (minutes: SQL) => sql<number>`sum(${minutes})`;
  return db()
    .select({
      day: heldOn,
      contact: total(sql`CASE WHEN ${isOther} THEN 0 ELSE ${durationMinutes} END`),
      preparation: total(sql`${preparationMinutes}`),
      travel: total(sql`${travelMinutes}`),
      otherWork: total(sql`CASE WHEN ${isOther} THEN ${durationMinutes} ELSE 0 END`),
    })
    .from(coachingSessions)
    .innerJoin(sessionFacilitators, eq(sessionFacilitators.sessionId, coachingSessions.id))
    .where(
      and(
        sessionsIn(officesOfFigures(actor, asked.office), asked, asked),
        asked.facilitator ? eq(sessionFacilitators.userId, asked.facilitator) : undefined,
      ),
    )
    .groupBy(heldOn)
    .orderBy(asc(heldOn))
    .all();
}

/** Who ever logged something at these offices, by name: what the filter offers. */
export function listFacilitatorNames(actor: Actor, office: string | undefined) {
  return db()
    .selectDistinct({ id: users.id, name: users.name })
    .from(facilitatorMonths)
    .innerJoin(users, eq(users.id, facilitatorMonths.facilitatorId))
    .where(inArray(facilitatorMonths.ownerId, officesOfFigures(actor, office)))
    .orderBy(asc(users.name))
    .limit(200)
    .all();
}
