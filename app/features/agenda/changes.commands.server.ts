import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import type { Permission } from "~/access/can";
import { run, type Work } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { appointments } from "~/db/schema/agenda.server";
import { listStaff } from "~/features/coaching/people.queries.server";
import { ConflictError, NotFoundError, RuleError } from "~/lib/errors";
import type { AppointmentState } from "~/lib/vocabulary";
import type { Appointment } from "./appointments.queries.server";
import { findConflicts } from "./conflicts.server";
import { quantitiesOf } from "./equipment.server";
import type { CancelInput, MoveInput, MoveToSlotInput } from "./form";
import { mayBecome } from "./model";
import { findOpening } from "./slots.queries.server";
import { type News, tellAppointment } from "./tell.server";
import { refuseUnconfirmed } from "./warnings";
import { findAppointmentRow, readWhen } from "./when.server";

type Row = typeof appointments.$inferSelect;
type Changed<P extends Permission> = Authorized<Appointment, P>;

/**
 * Moves an appointment to any time, or to a colleague, and tells everyone. Throws UnconfirmedError
 * until what it meets is confirmed, ConflictError when it was changed since, RuleError `appointmentOver`,
 * `clockSkipped`, `hourPast`, `unknownPerson`.
 */
export function moveAppointment(actor: Actor, appointment: Changed<"appointment.change">, input: MoveInput): void {
  const { confirmed, ...content } = input;
  const asked = {
    appointment,
    name: "appointment.move",
    permission: "appointment.change",
    version: input.version,
    content,
  } as const;
  change(actor, asked, (saved, { now }) => {
    const isStaff = listStaff({ id: saved.ownerId, zone: saved.zone }, "agenda.plan").some(
      (one) => one.id === input.facilitatorId,
    );
    if (!isStaff) throw new RuleError("unknownPerson", {}, "facilitatorId");
    const { isDoubled, ...when } = readWhen(saved.zone, input, now);
    const { ownerId, travelMinutes } = saved;
    const equipment = quantitiesOf(saved.id);
    const planned = { ...when, ownerId, travelMinutes, isDoubled, equipment, userId: input.facilitatorId, exceptId: saved.id };
    refuseUnconfirmed(findConflicts(actor, planned), confirmed);
    const set = { ...when, place: input.place, facilitatorId: input.facilitatorId, slotId: null };
    return { set, told: { news: "moved", before: saved } };
  });
}

/**
 * The provider moves an appointment to another opening. Throws RuleError `tooLateToChange`,
 * `slotTaken`, `appointmentOver`; ConflictError when it was changed since.
 */
export function moveOwnAppointment(actor: Actor, appointment: Changed<"appointment.changeOwn">, input: MoveToSlotInput): void {
  const asked = {
    appointment,
    name: "appointment.moveOwn",
    permission: "appointment.changeOwn",
    version: input.version,
    content: input,
  } as const;
  change(actor, asked, (saved, { now }) => {
    if (now > appointment.changeUntil) throw new RuleError("tooLateToChange");
    const opening = findOpening({ ownerId: saved.ownerId, isForProvider: true, exceptId: saved.id }, input.slot);
    if (!opening) throw new RuleError("slotTaken", {}, "slot");
    const { slot, startsAt, heldOn, facilitatorId } = opening;
    const { durationMinutes, channel, place } = slot;
    const set = { startsAt, heldOn, facilitatorId, durationMinutes, channel, place, slotId: slot.id };
    return { set, told: { news: "moved", before: saved } };
  });
}

/** Cancels an appointment and tells everyone. Throws RuleError `appointmentOver`; ConflictError when it was changed since. */
export function cancelAppointment(actor: Actor, appointment: Changed<"appointment.change">, input: CancelInput): void {
  const asked = {
    appointment,
    name: "appointment.cancel",
    permission: "appointment.change",
    version: input.version,
    content: input,
  } as const;
  change(actor, asked, () => ({
    set: { state: "cancelled", cancelReason: input.reason },
    told: { news: "cancelled" },
  }));
}

/** The provider cancels. Throws RuleError `tooLateToChange`, `appointmentOver`; ConflictError when it was changed since. */
export function cancelOwnAppointment(actor: Actor, appointment: Changed<"appointment.changeOwn">, input: CancelInput): void {
  const asked = {
    appointment,
    name: "appointment.cancelOwn",
    permission: "appointment.changeOwn",
    version: input.version,
    content: input,
  } as const;
  change(actor, asked, (_saved, { now }) => {
    if (now > appointment.changeUntil) throw new RuleError("tooLateToChange");
    return { set: { state: "cancelled", cancelReason: input.reason }, told: { news: "cancelled" } };
  });
}

/** Notes that nobody came to an appointment, or takes that back; nobody is told. Throws RuleError `appointmentState`. */
export function markMissed(actor: Actor, appointment: Changed<"appointment.change">, isMissed: boolean): void {
  const state: AppointmentState = isMissed ? "missed" : "booked";
  const command = { name: "appointment.miss", id: appointment.id, input: { state }, ownerId: appointment.ownerId, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const saved = readRow(appointment.id);
    if (saved.state === state) return;
    if (!mayBecome(saved.state, state) || saved.startsAt > now) throw new RuleError("appointmentState");
    revise("appointments", saved);
    const set = { state, changedAt: now, version: saved.version + 1 };
    db().update(appointments).set(set).where(eq(appointments.id, saved.id)).run();
  });
}

interface Asked {
  appointment: Appointment;
  name: string;
  permission: "appointment.change" | "appointment.changeOwn";
  version: number;
  content: unknown;
}

interface Outcome {
  set: Partial<typeof appointments.$inferInsert>;
  told: { news: News; before?: Row };
}

/** What every change has in common: the version, the state, the history, the sequence number, the mails. */
function change(actor: Actor, { appointment, ...asked }: Asked, work: (saved: Row, context: Work) => Outcome): void {
  const { name, permission, content: input } = asked;
  const subject = { permission, reread: () => findAppointmentRow(appointment.id) };
  const command = { name, id: appointment.id, input, ownerId: appointment.ownerId, subject, isOnce: false };
  run(actor, command, (context) => {
    const saved = readRow(appointment.id);
    if (saved.version !== asked.version) throw new ConflictError("version", saved);
    if (saved.state !== "booked" || appointment.isLogged) throw new RuleError("appointmentOver");
    const { set, told } = work(saved, context);
    context.revise("appointments", saved);
    const marks = { sequence: saved.sequence + 1, version: saved.version + 1, changedAt: context.now };
    db()
      .update(appointments)
      .set({ ...set, ...marks })
      .where(eq(appointments.id, saved.id))
      .run();
    tellAppointment(actor, saved.id, told);
  });
}

function readRow(appointmentId: string): Row {
  const saved = findAppointmentRow(appointmentId);
  if (!saved) throw new NotFoundError("appointment");
  return saved;
}
