import { and, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { preparationBlocks } from "~/db/schema/agenda.server";
import { coachingSessions, sessionFacilitators } from "~/db/schema/coaching.server";
import { workshops } from "~/db/schema/workshops.server";
import { sessionNames } from "~/db/session-names.server";
import { listStaff } from "~/features/coaching/people.queries.server";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { later } from "~/lib/dates";
import type { SessionChannel } from "~/lib/vocabulary";
import { listAppointmentsBetween } from "./appointments.queries.server";
import { listAbsencesBetween } from "./busy.queries.server";
import { hourMs, minuteMs } from "./model";
import { listWorkshopTimes } from "./workshop-times.queries.server";

export const eventKinds = ["appointment", "session", "workshop", "preparation", "absence"] as const;
export type EventKind = (typeof eventKinds)[number];

export interface AgendaEvent {
  id: string;
  kind: EventKind;
  userId: string;
  person: string;
  /** The first day shown, and the last. */
  day: string;
  lastDay: string;
  /** Milliseconds UTC; null for a whole day, or a session noted without its hour. */
  startsAt: number | null;
  endsAt: number | null;
  zone: string;
  title: string;
  channel: SessionChannel | null;
  place: string;
  otherWorkKind: string | null;
  /** The office's; undefined for an absence. */
  ownerId?: string;
  state: "planned" | "held" | "missed" | "cancelled" | "toLog" | "kept";
}

const dayMs = 24 * hourMs;

interface Days {
  from: string;
  to: string;
}

interface Asked extends Days {
  people: readonly { id: string; name: string }[];
}

/** Who may have an agenda at the actor's offices, by name, each once. */
export function listAgendaPeople(actor: Actor) {
  const offices = listOrganisationsWhere(actor, "agenda.view");
  const staff = new Map(offices.flatMap((office) => listStaff(office, "agenda.plan")).map((one) => [one.id, one]));
  return [...staff.values()].sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

/** Everything in these people's agendas between two days that the actor may see, in order of time. */
export function listEvents(actor: Actor, asked: Asked, now: number): AgendaEvent[] {
  const events = [
    ...appointmentEvents(actor, asked, now),
    ...sessionEvents(actor, asked),
    ...workshopEvents(actor, asked),
    ...preparationEvents(actor, asked),
    ...absenceEvents(asked),
  ];
  return events.sort((a, b) => a.day.localeCompare(b.day) || (a.startsAt ?? 0) - (b.startsAt ?? 0) || a.id.localeCompare(b.id));
}

function appointmentEvents(actor: Actor, asked: Asked, now: number): AgendaEvent[] {
  const ids = new Set(asked.people.map((one) => one.id));
  return listAppointmentsBetween(actor, asked)
    .filter((row) => ids.has(row.facilitatorId) && row.state !== "cancelled" && !row.isLogged)
    .map((row) => ({
      id: row.id,
      kind: "appointment",
      userId: row.facilitatorId,
      person: row.facilitator,
      day: row.heldOn,
      lastDay: row.heldOn,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      zone: row.zone,
      title: row.provider,
      channel: row.channel,
      place: row.place,
      otherWorkKind: null,
      state: row.state === "missed" ? "missed" : row.endsAt < now ? "toLog" : "planned",
    }));
}

function sessionEvents(actor: Actor, { from, to, people }: Asked): AgendaEvent[] {
  if (people.length === 0) return [];
  const { heldOn, deletedAt } = coachingSessions;
  const rows = db()
    .select({
      row: coachingSessions,
      userId: sessionFacilitators.userId,
      person: users.name,
      who: sql<string>`coalesce((SELECT group_concat(name, ', ') FROM ${sessionNames(3)}), '')`,
    })
    .from(sessionFacilitators)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionFacilitators.sessionId))
    .innerJoin(users, eq(users.id, sessionFacilitators.userId))
    .where(
      and(
        scope(actor, "coaching.list", coachingSessions),
        inArray(
          sessionFacilitators.userId,
          people.map((one) => one.id),
        ),
        isNull(deletedAt),
        gte(heldOn, from),
        lte(heldOn, to),
      ),
    )
    .limit(2000)
    .all();
  return rows.map(({ row, userId, person, who }) => ({
    id: row.id,
    kind: "session",
    userId,
    person,
    day: row.heldOn,
    lastDay: row.heldOn,
    startsAt: row.startsAt,
    endsAt: row.startsAt === null ? null : row.startsAt + row.durationMinutes * minuteMs,
    zone: row.zone,
    title: row.title || who,
    channel: row.channel,
    place: "",
    otherWorkKind: row.otherWorkKind,
    state: "held",
  }));
}

function workshopEvents(actor: Actor, { from, to, people }: Asked): AgendaEvent[] {
  const span = { startsAt: Date.parse(`${from}T00:00:00Z`) - dayMs, endsAt: Date.parse(`${to}T00:00:00Z`) + 2 * dayMs };
  const ids = people.map((one) => one.id);
  return listWorkshopTimes(ids, span, scope(actor, "workshop.view", workshops))
    .filter((row) => row.heldOn >= from && row.heldOn <= to)
    .map((row) => ({
      id: row.workshopId,
      kind: "workshop",
      ownerId: row.ownerId,
      userId: row.userId,
      person: row.person,
      day: row.heldOn,
      lastDay: row.heldOn,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      zone: row.zone,
      title: row.title,
      channel: null,
      place: row.placeName,
      otherWorkKind: null,
      state: "planned",
    }));
}

function preparationEvents(actor: Actor, { from, to, people }: Asked): AgendaEvent[] {
  if (people.length === 0) return [];
  const { heldOn, userId, deletedAt } = preparationBlocks;
  const rows = db()
    .select({ row: preparationBlocks, person: users.name })
    .from(preparationBlocks)
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        scope(actor, "agenda.view", preparationBlocks),
        inArray(
          userId,
          people.map((one) => one.id),
        ),
        isNull(deletedAt),
        gte(heldOn, from),
        lte(heldOn, to),
      ),
    )
    .limit(2000)
    .all();
  return rows.map(({ row, person }) => ({
    id: row.id,
    kind: "preparation",
    userId: row.userId,
    person,
    day: row.heldOn,
    lastDay: row.heldOn,
    startsAt: row.startsAt,
    endsAt: row.startsAt + row.durationMinutes * minuteMs,
    zone: row.zone,
    title: row.title,
    channel: null,
    place: "",
    otherWorkKind: null,
    state: "kept",
  }));
}

/** An absence shows from its first day within those asked. */
function absenceEvents({ from, to, people }: Asked): AgendaEvent[] {
  const names = new Map(people.map((one) => [one.id, one.name]));
  return listAbsencesBetween([...names.keys()], { from, to }).map((row) => ({
    id: row.id,
    kind: "absence",
    userId: row.userId,
    person: names.get(row.userId) ?? "",
    day: later(row.startsOn, from),
    lastDay: row.endsOn,
    startsAt: null,
    endsAt: null,
    zone: "Europe/Paris",
    title: "",
    channel: null,
    place: "",
    otherWorkKind: null,
    state: "kept",
  }));
}
