import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { openingSlots } from "~/db/schema/agenda.server";
import { ConflictError, NotFoundError, RuleError } from "~/lib/errors";
import type { SlotInput } from "./form";
import { openingsOf, type Slot } from "./openings.server";

type Office = Authorized<{ id: string }, "slot.edit">;

/** Opens hours of one's own each week. Throws RuleError `slotTooShort` where no appointment fits in them. */
export function openSlot(actor: Actor, office: Office, input: SlotInput): { id: string } {
  return run(actor, { name: "slot.open", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const row = { ...columnsOf(input), id: input.id, ownerId: office.id, facilitatorId: actor.userId, createdAt: now };
    refuseEmpty({ ...row, deletedAt: null, version: 1 });
    db().insert(openingSlots).values(row).run();
    return { id: input.id };
  });
}

/** Changes open hours; appointments already booked stay. Throws ConflictError when they were changed since, RuleError `slotTooShort`. */
export function changeSlot(actor: Actor, slot: Authorized<Slot, "slot.edit">, input: SlotInput): void {
  const command = { name: "slot.change", id: slot.id, input, ownerId: slot.ownerId, isOnce: false };
  run(actor, command, ({ revise }) => {
    const saved = readRow(slot.id);
    if (saved.version !== input.version) throw new ConflictError("version", saved);
    const set = { ...columnsOf(input), version: saved.version + 1 };
    refuseEmpty({ ...saved, ...set });
    revise("opening_slots", saved);
    db().update(openingSlots).set(set).where(eq(openingSlots.id, slot.id)).run();
  });
}

/** Closes open hours; appointments already booked stay. */
export function closeSlot(actor: Actor, slot: Authorized<Slot, "slot.edit">): void {
  run(actor, { name: "slot.close", id: slot.id, input: null, ownerId: slot.ownerId, isOnce: false }, ({ now, revise }) => {
    revise("opening_slots", readRow(slot.id));
    db().update(openingSlots).set({ deletedAt: now }).where(eq(openingSlots.id, slot.id)).run();
  });
}

function columnsOf({ id: _id, version: _version, duration, isForProviders, toOn, ...input }: SlotInput) {
  return { ...input, durationMinutes: duration, isForProviders: isForProviders === "on", toOn: toOn ?? null };
}

/** At least one appointment a week, on a plain day. */
function refuseEmpty(slot: Slot): void {
  const plain = { ...slot, fromOn: "2026-01-05", toOn: null, everyWeeks: 1 };
  const week = openingsOf(plain, "Europe/Paris", { from: "2026-01-05", to: "2026-01-11" });
  if (week.length === 0) throw new RuleError("slotTooShort", {}, "duration");
}

function readRow(slotId: string): Slot {
  const row = db().select().from(openingSlots).where(eq(openingSlots.id, slotId)).get();
  if (!row) throw new NotFoundError("slot");
  return row;
}
