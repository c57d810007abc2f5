import { and, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { workshopRegistrations } from "~/db/schema/workshops.server";
import { enqueue } from "~/jobs/queue.server";
import { tellRegistration } from "./notices.server";
import { findWorkshop, type WorkshopRow } from "./seats.server";

const dayMs = 86_400_000;

/** Asks whoever came for their opinion now, and later for what became of it. */
export function askForFeedback(row: WorkshopRow, at: number): void {
  writeToPresent(row.id, "feedback_end");
  if (row.laterFeedbackDays === null) return;
  const runAt = Math.max(row.endsAt, at) + row.laterFeedbackDays * dayMs;
  enqueue({
    kind: "workshops.laterFeedback",
    payload: { workshopId: row.id },
    runAt,
    dedupeKey: `workshops.laterFeedback/${row.id}`,
  });
}

/** The second form, to whoever was there and still counts as such. */
export function askForLaterFeedback(workshopId: string): void {
  if (findWorkshop(workshopId)?.state === "held") writeToPresent(workshopId, "feedback_later");
}

function writeToPresent(workshopId: string, kind: "feedback_end" | "feedback_later"): void {
  const present = db()
    .select({ id: workshopRegistrations.id })
    .from(workshopRegistrations)
    .where(and(eq(workshopRegistrations.workshopId, workshopId), eq(workshopRegistrations.presence, "present")))
    .all();
  for (const one of present) tellRegistration(one.id, kind, { once: kind });
}
