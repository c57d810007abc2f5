import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { askedOffices, inAskedOffices, scope } from "~/access/scopes.server";
import { builtOnce, db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { appointments, openingSlots } from "~/db/schema/agenda.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { hourMs } from "./model";

type Orm = ReturnType<typeof db>;

/** Hours before an appointment until which the provider may still change it, where no slot says. */
const defaultChangeHours = 24;

/** Whether a session was logged under the id that the appointment keeps for it. */
export const isLogged = sql<number>`EXISTS (SELECT 1 FROM coaching_sessions s
  WHERE s.id = appointments.session_id AND s.deleted_at IS NULL)`;

const endsAt = sql`${appointments.startsAt} + ${appointments.durationMinutes} * 60000`;

const columns = {
  row: appointments,
  provider: providers.name,
  facilitator: users.name,
  facilitatorEmail: users.email,
  facilitatorPhone: users.phone,
  contact: contacts.name,
  office: organisations.name,
  officePhone: organisations.phone,
  changeHours: openingSlots.changeHours,
  isLogged,
};

export type Appointment = ReturnType<typeof getAppointment>;

/** One appointment with its people, in the scope of `permission`; throws NotFoundError out of sight. */
export function getAppointment(actor: Actor, appointmentId: string, permission: Permission = "appointment.view") {
  const [found] = list(and(scope(actor, permission, appointments), eq(appointments.id, appointmentId)), asc(appointments.id), 1);
  if (!found) throw new NotFoundError("appointment");
  return found;
}

/** A provider's appointments that are not over, the next first, cancelled ones left out. */
export function listComingAppointments(actor: Actor, providerId: string) {
  const isTheirs = and(scope(actor, "appointment.view", appointments), eq(appointments.providerId, providerId));
  return list(and(isTheirs, eq(appointments.state, "booked"), sql`${endsAt} >= ${now()}`), asc(appointments.startsAt), 50);
}

/** A provider's appointments that are over, the last first, at most 10. */
export function listPastAppointments(actor: Actor, providerId: string) {
  const isTheirs = and(scope(actor, "appointment.view", appointments), eq(appointments.providerId, providerId));
  return list(and(isTheirs, lt(endsAt, now())), desc(appointments.startsAt), 10);
}

/** The actor's own next appointments within a number of days, at most 8. */
export function listOwnNext(actor: Actor, days: number) {
  const at = now();
  return read(ownNext().all({ ...planner(actor), at, until: at + days * 24 * hourMs }));
}

const ownNext = builtOnce((orm) => {
  const soon = and(sql`${endsAt} >= ${sql.placeholder("at")}`, lt(appointments.startsAt, sql.placeholder("until")));
  return listed(orm, and(planned(), isOwn(), soon, eq(appointments.state, "booked")), asc(appointments.startsAt))
    .limit(8)
    .prepare();
});

/** Appointments that are over and wait to be logged, or noted as missed, the last first; the actor's own, or their office's. */
export function listToLog(actor: Actor, ofOneself: boolean) {
  return read((ofOneself ? ownToLog() : officeToLog()).all({ ...planner(actor), at: now() }));
}

const ownToLog = builtOnce((orm) => toLog(orm, isOwn()).prepare());
const officeToLog = builtOnce((orm) => toLog(orm, undefined).prepare());

function toLog(orm: Orm, whose: SQL | undefined) {
  const waits = and(eq(appointments.state, "booked"), lt(endsAt, sql.placeholder("at")), sql`NOT ${isLogged}`);
  return listed(orm, and(planned(), whose, waits), desc(appointments.startsAt)).limit(20);
}

const planned = () => inAskedOffices(appointments.ownerId);
const isOwn = () => eq(appointments.facilitatorId, sql.placeholder("user"));
const planner = (actor: Actor) => ({ ...askedOffices(actor, "agenda.plan"), user: actor.userId });

/** The appointments of the actor's offices between two local days, both included. */
export function listAppointmentsBetween(actor: Actor, days: { from: string; to: string }) {
  const between = and(gte(appointments.heldOn, days.from), sql`${appointments.heldOn} <= ${days.to}`);
  return list(and(scope(actor, "agenda.view", appointments), between), asc(appointments.startsAt), 2000);
}

const list = (where: SQL | undefined, order: SQL, limit: number) => read(listed(db(), where, order).limit(limit).all());

const listed = (orm: Orm, where: SQL | undefined, order: SQL) =>
  orm
    .select(columns)
    .from(appointments)
    .innerJoin(providers, eq(providers.id, appointments.providerId))
    .innerJoin(users, eq(users.id, appointments.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, appointments.ownerId))
    .leftJoin(contacts, eq(contacts.id, appointments.contactId))
    .leftJoin(openingSlots, eq(openingSlots.id, appointments.slotId))
    .where(where)
    .orderBy(order, asc(appointments.id));

function read(rows: ReturnType<ReturnType<typeof listed>["all"]>) {
  return rows.map(({ row, changeHours, ...people }) => ({
    ...row,
    ...people,
    isLogged: people.isLogged === 1,
    endsAt: row.startsAt + row.durationMinutes * 60_000,
    /** The last instant at which the provider may move or cancel it. */
    changeUntil: row.startsAt - (changeHours ?? defaultChangeHours) * hourMs,
  }));
}
