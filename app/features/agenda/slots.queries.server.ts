import { and, asc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { openingSlots } from "~/db/schema/agenda.server";
import { organisations } from "~/db/schema/organisations.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { addDays, dayIn } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { isHoliday } from "~/lib/public-holidays";
import { listAbsencesBetween, listBusy } from "./busy.queries.server";
import { hourMs, overlap } from "./model";
import { type Opening, openingsOf, type Slot } from "./openings.server";

/** Openings shown at once: enough to choose from, few enough to read. */
const shown = 40;

export interface OpeningShown extends Opening {
  slot: Slot;
  facilitator: string;
  zone: string;
}

interface Asked {
  /** The provider's office. */
  ownerId: string;
  /** Whether the provider books: only what is open to them. */
  isForProvider: boolean;
  /** The first day looked at; today by default. */
  from?: string | undefined;
  /** The appointment that moves: its own time is free for it. */
  exceptId?: string;
}

/**
 * The places that may be booked now at an office, the next first, at most 40: within the slots'
 * lead times, outside absences, public holidays and what is already taken.
 */
export function listOpenings(asked: Asked): OpeningShown[] {
  const slots = listBookableSlots(asked);
  const places = slots.flatMap((one) => placesOf(one, asked.from));
  const [first] = places;
  if (!first) return [];
  const free = onlyFree(places, asked.exceptId);
  return free.toSorted((a, b) => a.startsAt - b.startsAt || a.slotId.localeCompare(b.slotId)).slice(0, shown);
}

/** The place of a slot at this instant, if it may be booked now; undefined otherwise. */
export function findOpening(asked: Asked, place: { slotId: string; startsAt: number }): OpeningShown | undefined {
  const slots = listBookableSlots(asked).filter((one) => one.slot.id === place.slotId);
  const places = slots.flatMap((one) => placesOf(one)).filter((one) => one.startsAt === place.startsAt);
  return onlyFree(places, asked.exceptId)[0];
}

interface Bookable {
  slot: Slot;
  facilitator: string;
  zone: string;
}

function listBookableSlots({ ownerId, isForProvider }: Asked): Bookable[] {
  return db()
    .select({ slot: openingSlots, facilitator: users.name, zone: organisations.zone })
    .from(openingSlots)
    .innerJoin(users, eq(users.id, openingSlots.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, openingSlots.ownerId))
    .where(
      and(
        eq(openingSlots.ownerId, ownerId),
        isNull(openingSlots.deletedAt),
        isNull(users.suspendedAt),
        isForProvider ? eq(openingSlots.isForProviders, true) : undefined,
      ),
    )
    .limit(200)
    .all();
}

/** Within the lead time and the horizon. */
function placesOf({ slot, facilitator, zone }: Bookable, from?: string): OpeningShown[] {
  const at = now();
  const today = dayIn(zone, at);
  const days = { from: from !== undefined && from > today ? from : today, to: addDays(today, slot.horizonDays) };
  const earliest = at + slot.leadHours * hourMs;
  return openingsOf(slot, zone, days)
    .filter((one) => one.startsAt >= earliest && !isHoliday(one.heldOn, zone))
    .map((one) => ({ ...one, slot, facilitator, zone }));
}

function onlyFree(places: readonly OpeningShown[], exceptId: string | undefined): OpeningShown[] {
  if (places.length === 0) return [];
  const people = [...new Set(places.map((one) => one.facilitatorId))];
  const span = {
    startsAt: Math.min(...places.map((one) => one.startsAt)),
    endsAt: Math.max(...places.map((one) => one.endsAt)),
  };
  const busy = listBusy(people, span).filter((one) => one.id !== exceptId);
  const days = places.map((one) => one.heldOn).toSorted();
  const away = listAbsencesBetween(people, { from: days[0] ?? "", to: days.at(-1) ?? "" });
  return places.filter(
    (place) =>
      !busy.some((one) => one.userId === place.facilitatorId && overlap(one, place)) &&
      !away.some((one) => one.userId === place.facilitatorId && one.startsOn <= place.heldOn && one.endsOn >= place.heldOn),
  );
}

/** The slots of the actor's offices that are not over, by person and weekday. */
export function listSlots(actor: Actor) {
  const today = todayOf(actor);
  return db()
    .select({ slot: openingSlots, facilitator: users.name })
    .from(openingSlots)
    .innerJoin(users, eq(users.id, openingSlots.facilitatorId))
    .where(
      and(
        scope(actor, "agenda.view", openingSlots),
        isNull(openingSlots.deletedAt),
        or(isNull(openingSlots.toOn), gte(openingSlots.toOn, today)),
      ),
    )
    .orderBy(asc(users.name), asc(openingSlots.weekday), asc(openingSlots.opensAt), asc(openingSlots.id))
    .limit(200)
    .all();
}

/** One slot in the scope of `permission`; throws NotFoundError out of sight. */
export function getSlot(actor: Actor, slotId: string, permission: Permission = "slot.edit") {
  const row = db()
    .select()
    .from(openingSlots)
    .where(and(scope(actor, permission, openingSlots), inArray(openingSlots.id, [slotId]), isNull(openingSlots.deletedAt)))
    .get();
  if (!row) throw new NotFoundError("slot");
  return row;
}
