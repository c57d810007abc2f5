import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { bookAppointment, planAppointment } from "~/features/agenda/appointments.commands.server";
import { bookSchema, type PlanInput, planSchema, slotSchema } from "~/features/agenda/form";
import { openSlot } from "~/features/agenda/slots.commands.server";
import { listOpenings } from "~/features/agenda/slots.queries.server";
import { keyOf, UnconfirmedError } from "~/features/agenda/warnings";
import { listEquipment } from "~/features/workshops/equipment.queries.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import type { Random } from "./random";

interface Given {
  random: Random;
  facilitator: Actor;
  host: Actor;
  office: { id: string; ownerId: string; zone: string };
  /** The host's own. */
  provider: { id: string; ownerId: string };
  providerIds: readonly string[];
  /** A Monday, by default. */
  today: string;
}

const slots = [
  { weekday: "2", opensAt: "14:00", closesAt: "17:00", duration: "60", channel: "office", place: "Bureau d’information" },
  { weekday: "4", opensAt: "09:00", closesAt: "12:00", duration: "60", channel: "visit", place: "", leadHours: "48" },
  { weekday: "5", opensAt: "09:00", closesAt: "10:30", duration: "30", channel: "phone", place: "", changeHours: "4" },
] as const;

/** Days from today, hour, length, channel, subject: the facilitator's next two weeks, and two that wait to be logged. */
const planned = [
  { after: -4, hour: "10:00", duration: "60", channel: "visit", travel: "40", subject: "Photos des chambres" },
  { after: -3, hour: "14:30", duration: "45", channel: "video", travel: "0", subject: "Statistiques du site" },
  { after: 1, hour: "09:30", duration: "90", channel: "visit", travel: "30", subject: "Fiche Google et avis" },
  { after: 2, hour: "11:00", duration: "30", channel: "phone", travel: "0", subject: "" },
  { after: 3, hour: "14:00", duration: "120", channel: "visit", travel: "50", subject: "Réservation en ligne" },
  { after: 8, hour: "10:00", duration: "60", channel: "office", travel: "0", subject: "Reprise du site" },
  { after: 10, hour: "15:00", duration: "60", channel: "visit", travel: "20", subject: "" },
] as const;

/** Open hours, the appointments of two weeks, one booked by the host for the week after: still ahead all through this one. */
export function seedAgenda({ random, facilitator, host, office, provider, providerIds, today }: Given): void {
  setClock(() => Date.parse(`${addDays(today, -6)}T08:00:00Z`));
  for (const slot of slots) {
    const input = slotSchema.parse({
      ...{ id: random.id(), version: "1", everyWeeks: "1", leadHours: "24", horizonDays: "60", changeHours: "24" },
      ...{ isForProviders: "on", fromOn: addDays(today, -60) },
      ...slot,
    });
    openSlot(facilitator, authorize(facilitator, "slot.edit", office), input);
  }
  const tablets = listEquipment(office.id).find((one) => one.name === "Tablettes");
  for (const { after, ...given } of planned) {
    const id = random.pick(providerIds.slice(0, 120));
    const row = { id, providerId: id, ownerId: office.id, zone: office.zone };
    const input = planSchema.parse({
      ...{ id: random.id(), facilitatorId: facilitator.userId, day: addDays(today, after), place: "" },
      ...given,
      // A visit ahead takes three tablets along.
      ...(tablets && after > 0 && given.channel === "visit" ? { equipment: [`${tablets.id}:3`] } : {}),
    });
    planConfirmed(facilitator, row, input);
  }
  const [first] = listOpenings({ ownerId: office.id, isForProvider: true, from: addDays(today, 9) });
  if (!first) return;
  const place = bookSchema.parse({ id: random.id(), slot: `${first.slotId}/${first.startsAt}`, subject: "Répondre aux avis" });
  bookAppointment(host, authorize(host, "appointment.book", { ...provider, providerId: provider.id }), place);
}

/** As a person who has read the warnings. */
function planConfirmed(
  actor: Actor,
  row: { id: string; providerId: string; ownerId: string; zone: string },
  input: PlanInput,
): void {
  const provider = authorize(actor, "agenda.plan", row);
  try {
    planAppointment(actor, provider, input);
  } catch (error) {
    if (!(error instanceof UnconfirmedError)) throw error;
    planAppointment(actor, provider, { ...input, confirmed: keyOf(error.warnings) });
  }
}
