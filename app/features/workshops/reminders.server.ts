import { and, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { workshopRegistrations } from "~/db/schema/workshops.server";
import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";
import { isOpenState } from "./model";
import { tellRegistration } from "./notices.server";
import { findWorkshop, settleSeats } from "./seats.server";

/** Asks for the reminders of a published workshop, each a job named by its due time, and for the end of kept seats. */
export function askForReminders(workshopId: string, at: number): void {
  const workshop = findWorkshop(workshopId);
  if (!workshop) return;
  const { startsAt, sharesUntil } = workshop;
  for (const minutes of workshop.reminders) {
    const runAt = startsAt - minutes * 60_000;
    if (runAt <= at) continue;
    const dedupeKey = `workshops.remind/${workshopId}/${runAt}`;
    enqueue({ kind: "workshops.remind", payload: { workshopId, minutes, startsAt }, runAt, dedupeKey });
  }
  if (sharesUntil === null || sharesUntil <= at) return;
  const dedupeKey = `workshops.settle/${workshopId}/${sharesUntil}`;
  enqueue({ kind: "workshops.settle", payload: { workshopId }, runAt: sharesUntil, dedupeKey });
}

export interface Reminder {
  workshopId: string;
  /** Before the start. */
  minutes: number;
  /** The start that it was asked for: a moved workshop has others. */
  startsAt: number;
}

/**
 * Reminds whoever has a seat, once each: nothing for a workshop that was cancelled, moved, begun, or
 * whose next reminder is already due.
 */
export function remind({ workshopId, minutes, startsAt }: Reminder): void {
  const workshop = findWorkshop(workshopId);
  if (!workshop || !isOpenState(workshop.state) || workshop.startsAt !== startsAt || workshop.deletedAt !== null) return;
  if (!workshop.reminders.includes(minutes)) return;
  const next = Math.max(0, ...workshop.reminders.filter((one) => one < minutes));
  if (now() >= startsAt - next * 60_000) return;
  const seated = db()
    .select({ id: workshopRegistrations.id })
    .from(workshopRegistrations)
    .where(and(eq(workshopRegistrations.workshopId, workshopId), eq(workshopRegistrations.state, "registered")))
    .all();
  for (const one of seated) tellRegistration(one.id, "reminder", { once: `reminder/${startsAt}/${minutes}` });
}

/** Seats that were kept for an office are anyone's now. */
export function releaseShares(workshopId: string): void {
  settleSeats(workshopId, now());
}
