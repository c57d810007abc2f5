import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { appointments } from "~/db/schema/agenda.server";
import { listStaff } from "~/features/coaching/people.queries.server";
import { handleMessage } from "~/features/providers/messages.commands.server";
import { getMessage } from "~/features/providers/messages.queries.server";
import { ConflictError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { findConflicts } from "./conflicts.server";
import { findOwnContactId, listBookingContacts } from "./contacts.queries.server";
import { readQuantities, takeAlong } from "./equipment.server";
import type { BookInput, PlanInput } from "./form";
import { findOpening } from "./slots.queries.server";
import { tellAppointment } from "./tell.server";
import { refuseUnconfirmed } from "./warnings";
import { findAppointmentRow, readWhen } from "./when.server";

interface Provided {
  id: string;
  ownerId: string;
  providerId: string;
}

/**
 * Books a place of an opening slot, for oneself or for a caller, and tells everyone by mail.
 * Throws RuleError `slotTaken` when it was taken or is outside the lead times, `unknownContact`.
 */
export function bookAppointment(
  actor: Actor,
  provider: Authorized<Provided, "appointment.book">,
  input: BookInput,
): { id: string } {
  const command = {
    name: "appointment.book",
    id: input.id,
    input: { providerId: provider.id, ...input },
    ownerId: provider.ownerId,
  };
  return run(actor, command, ({ now }) => {
    if (findAppointmentRow(input.id)) throw new ConflictError("idempotency", undefined);
    const opening = findOpening({ ownerId: provider.ownerId, isForProvider: isHost(actor, provider) }, input.slot);
    if (!opening) throw new RuleError("slotTaken", {}, "slot");
    const { slot, zone, startsAt, heldOn, facilitatorId } = opening;
    const { durationMinutes, channel, place } = slot;
    const when = { startsAt, zone, heldOn, durationMinutes, channel, place, facilitatorId, slotId: slot.id };
    insert(actor, provider, { ...when, ...shared(actor, provider, input), travelMinutes: 0, id: input.id, at: now });
    return { id: input.id };
  });
}

/**
 * Plans an appointment at any time. Throws UnconfirmedError with what it meets until that is
 * confirmed; RuleError `clockSkipped`, `hourPast`, `unknownPerson`, `unknownContact`, `unknownChoice`.
 */
export function planAppointment(
  actor: Actor,
  provider: Authorized<Provided & { zone: string }, "agenda.plan">,
  input: PlanInput,
): { id: string } {
  const { confirmed, ...content } = input;
  const command = {
    name: "appointment.plan",
    id: input.id,
    input: { providerId: provider.id, ...content },
    ownerId: provider.ownerId,
  };
  return run(actor, command, ({ now }) => {
    if (findAppointmentRow(input.id)) throw new ConflictError("idempotency", undefined);
    const office = { id: provider.ownerId, zone: provider.zone };
    const isStaff = listStaff(office, "agenda.plan").some((one) => one.id === input.facilitatorId);
    if (!isStaff) throw new RuleError("unknownPerson", {}, "facilitatorId");
    const { isDoubled, ...when } = readWhen(provider.zone, input, now);
    const { facilitatorId, channel, place, travel: travelMinutes } = input;
    const wanted = readQuantities(input.equipment);
    const planned = {
      ...when,
      ownerId: provider.ownerId,
      userId: facilitatorId,
      travelMinutes,
      isDoubled,
      equipment: wanted,
    };
    refuseUnconfirmed(findConflicts(actor, planned), confirmed);
    const what = { facilitatorId, channel, place, travelMinutes, slotId: null };
    insert(actor, provider, { ...when, ...what, ...shared(actor, provider, input), id: input.id, at: now });
    takeAlong(provider.ownerId, input.id, wanted);
    return { id: input.id };
  });
}

/** Whoever books for their own business, and not as the office. */
const isHost = (actor: Actor, provider: Provided): boolean => !can(actor, "appointment.change", provider);

function shared(
  actor: Actor,
  provider: Provided,
  input: { contactId?: string | undefined; subject: string; messageId?: string | undefined },
) {
  const contactId = isHost(actor, provider) ? findOwnContactId(actor, provider.id) : known(provider, input.contactId);
  if (input.messageId && can(actor, "message.handle", provider)) {
    handleMessage(actor, authorize(actor, "message.handle", getMessage(actor, input.messageId)), true);
  }
  return { contactId, subject: input.subject, messageId: input.messageId ?? null };
}

function known(provider: Provided, contactId: string | undefined): string | null {
  if (!contactId) return null;
  const isTheirs = listBookingContacts(provider.id).some((one) => one.id === contactId);
  if (!isTheirs) throw new RuleError("unknownContact", {}, "contactId");
  return contactId;
}

type Written = Omit<
  typeof appointments.$inferInsert,
  "ownerId" | "providerId" | "sessionId" | "bookedById" | "createdAt" | "changedAt"
> & { at: number };

function insert(actor: Actor, provider: Provided, { at, ...columns }: Written): void {
  const owned = { ownerId: provider.ownerId, providerId: provider.id, sessionId: newId(), bookedById: actor.userId };
  db()
    .insert(appointments)
    .values({ ...columns, ...owned, createdAt: at, changedAt: at })
    .run();
  tellAppointment(actor, columns.id, { news: "booked" });
}
