import type { openingSlots } from "~/db/schema/agenda.server";
import { instantOf } from "~/lib/clock-time.server";
import { addDays, later, weekdayOf } from "~/lib/dates";
import { isItsWeek, minuteMs, type Span } from "./model";

export type Slot = typeof openingSlots.$inferSelect;

/** One bookable place of an opening slot. */
export interface Opening extends Span {
  slotId: string;
  facilitatorId: string;
  heldOn: string;
}

/**
 * The places of a slot between two local days, both included. An hour that the clock skips gives
 * none; of an hour that comes twice, the first.
 */
export function openingsOf(slot: Slot, zone: string, days: { from: string; to: string }): Opening[] {
  const found: Opening[] = [];
  const last = slot.toOn !== null && slot.toOn < days.to ? slot.toOn : days.to;
  for (let day = later(days.from, slot.fromOn); day <= last; day = addDays(day, 1)) {
    if (weekdayOf(day) === slot.weekday && isItsWeek(day, slot)) found.push(...placesOn(day, slot, zone));
  }
  return found;
}

function placesOn(heldOn: string, slot: Slot, zone: string): Opening[] {
  const places: Opening[] = [];
  const end = minutesOf(slot.closesAt);
  for (let at = minutesOf(slot.opensAt); at + slot.durationMinutes <= end; at += slot.durationMinutes) {
    const start = instantOf(heldOn, clockText(at), zone);
    if (!start) continue;
    const { instant: startsAt } = start;
    const endsAt = startsAt + slot.durationMinutes * minuteMs;
    places.push({ slotId: slot.id, facilitatorId: slot.facilitatorId, heldOn, startsAt, endsAt });
  }
  return places;
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
