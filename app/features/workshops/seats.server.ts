import { and, asc, eq, inArray, max, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { workshopRegistrations, workshopShares, workshops } from "~/db/schema/workshops.server";
import { enqueue } from "~/jobs/queue.server";
import { isOpenState, type Room, seatsLeft, takesSeat } from "./model";
import { tellRegistration } from "./notices.server";

export type WorkshopRow = typeof workshops.$inferSelect;
export type RegistrationRow = typeof workshopRegistrations.$inferSelect;

export function findWorkshop(id: string): WorkshopRow | undefined {
  return db().select().from(workshops).where(eq(workshops.id, id)).get();
}

/** Seats as they stand at an instant; read inside the transaction that gives them. */
export function readRoom(workshop: WorkshopRow, at: number): Room {
  const { id, capacity, sharesUntil } = workshop;
  const isKept = sharesUntil !== null && at < sharesUntil;
  const taken = db()
    .select({ organisationId: sql<string>`coalesce(${workshopRegistrations.organisationId}, ${workshop.ownerId})` })
    .from(workshopRegistrations)
    .where(and(eq(workshopRegistrations.workshopId, id), inArray(workshopRegistrations.state, ["registered", "offered"])))
    .all();
  const shares = isKept ? db().select().from(workshopShares).where(eq(workshopShares.workshopId, id)).all() : [];
  return { capacity, shares, taken };
}

/** The next place in the order of arrival. */
export function nextPosition(workshopId: string): number {
  const row = db()
    .select({ last: max(workshopRegistrations.position) })
    .from(workshopRegistrations)
    .where(eq(workshopRegistrations.workshopId, workshopId))
    .get();
  return (row?.last ?? 0) + 1;
}

/**
 * Puts a workshop's seats in order after any change: each free seat is offered to the first who waits
 * and may have it, and the workshop is full or not. Does nothing once registration is over.
 */
export function settleSeats(workshopId: string, at: number): void {
  const workshop = findWorkshop(workshopId);
  if (!workshop || !isOpenState(workshop.state)) return;
  const room = readRoom(workshop, at);
  if (at < workshop.startsAt) offerFreeSeats(workshop, room, at);
  const isFull = workshop.capacity !== null && room.taken.length >= workshop.capacity;
  const state = isFull ? ("full" as const) : ("published" as const);
  if (state !== workshop.state) db().update(workshops).set({ state }).where(eq(workshops.id, workshopId)).run();
}

function offerFreeSeats(workshop: WorkshopRow, room: Room, at: number): void {
  const waiting = db()
    .select()
    .from(workshopRegistrations)
    .where(and(eq(workshopRegistrations.workshopId, workshop.id), eq(workshopRegistrations.state, "waiting")))
    .orderBy(asc(workshopRegistrations.position))
    .all();
  const taken = [...room.taken];
  for (const one of waiting) {
    const organisationId = one.organisationId ?? workshop.ownerId;
    if (seatsLeft({ ...room, taken }, organisationId) <= 0) continue;
    taken.push({ organisationId });
    offerSeat(workshop, one, at);
  }
  room.taken = taken;
}

/** Nobody who left no mail can answer: their seat is theirs at once. */
function offerSeat(workshop: WorkshopRow, one: RegistrationRow, at: number): void {
  if (!one.email || workshop.offerMinutes === 0) {
    setState(one.id, { state: "registered", offerExpiresAt: null, changedAt: at });
    tellRegistration(one.id, "registered");
    return;
  }
  const offerExpiresAt = Math.min(at + workshop.offerMinutes * 60_000, workshop.startsAt);
  setState(one.id, { state: "offered", offerExpiresAt, changedAt: at });
  enqueue({
    kind: "workshops.expireOffer",
    payload: { registrationId: one.id },
    runAt: offerExpiresAt,
    dedupeKey: `workshops.expireOffer/${one.id}/${offerExpiresAt}`,
  });
  tellRegistration(one.id, "offered");
}

export function setState(id: string, set: Partial<RegistrationRow>): void {
  db().update(workshopRegistrations).set(set).where(eq(workshopRegistrations.id, id)).run();
}

export function findRegistration(id: string): RegistrationRow | undefined {
  return db().select().from(workshopRegistrations).where(eq(workshopRegistrations.id, id)).get();
}

/** Registered people and seats kept by an offer. */
export function countTaken(workshopId: string): number {
  const rows = db()
    .select({ state: workshopRegistrations.state })
    .from(workshopRegistrations)
    .where(eq(workshopRegistrations.workshopId, workshopId))
    .all();
  return rows.filter((row) => takesSeat(row.state)).length;
}
