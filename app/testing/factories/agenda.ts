import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { bookAppointment, planAppointment } from "~/features/agenda/appointments.commands.server";
import { bookSchema, planSchema, slotSchema } from "~/features/agenda/form";
import { openSlot } from "~/features/agenda/slots.commands.server";
import { listOpenings } from "~/features/agenda/slots.queries.server";
import { newId } from "~/lib/ids";

interface Office {
  id: string;
  zone: string;
  ownerId: string;
}
interface Provided {
  id: string;
  ownerId: string;
  providerId: string;
}

/** An opening slot's form as a person would send it; say only what the test is about. */
export const slotInput = (given: object = {}) =>
  slotSchema.parse({
    id: newId(),
    version: "1",
    weekday: "4",
    opensAt: "09:00",
    closesAt: "12:00",
    everyWeeks: "1",
    duration: "60",
    channel: "office",
    place: "Bureau de Soulac",
    leadHours: "24",
    horizonDays: "60",
    changeHours: "24",
    isForProviders: "on",
    fromOn: "2026-01-01",
    ...given,
  });

/** Hours opened by the product's own command; returns the slot's id. */
export function makeSlot(facilitator: Actor, office: Office, given: object = {}): string {
  return openSlot(facilitator, authorize(facilitator, "slot.edit", office), slotInput(given)).id;
}

/** An appointment at any time, confirmed whatever it meets; returns its id. */
export function makeAppointment(facilitator: Actor, provider: Provided & { zone?: string }, given: object = {}): string {
  const input = planSchema.parse({
    id: newId(),
    facilitatorId: facilitator.userId,
    day: "2026-12-01",
    hour: "14:00",
    duration: "60",
    channel: "visit",
    ...given,
  });
  const row = authorize(facilitator, "agenda.plan", { zone: "Europe/Paris", ...provider });
  return planAppointment(facilitator, row, input).id;
}

/** The first open hour booked by this actor; returns the appointment's id. */
export function bookFirst(actor: Actor, provider: Provided, given: object = {}): string {
  const [first] = listOpenings({ ownerId: provider.ownerId, isForProvider: true });
  if (!first) throw new Error("no opening");
  const input = bookSchema.parse({ id: newId(), slot: `${first.slotId}/${first.startsAt}`, ...given });
  return bookAppointment(actor, authorize(actor, "appointment.book", provider), input).id;
}
