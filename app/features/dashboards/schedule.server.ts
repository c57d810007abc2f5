import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";

const dayMs = 86_400_000;
/** Five in the morning, UTC: before anybody's day, once the evening's entries are in. */
const atMs = 5 * 3_600_000;

/** Asks for the next review of the goals: tomorrow early. */
export function lookAtGoals(): void {
  const today = Math.floor(now() / dayMs) * dayMs + atMs;
  const runAt = today > now() ? today : today + dayMs;
  enqueue({ kind: "goals.day", payload: {}, runAt, dedupeKey: `goals.day/${runAt}` });
}
