import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";

const hourMs = 3_600_000;

/** Asks for the next look at the schedules: at the coming hour. */
export function lookAtSchedules(): void {
  const runAt = Math.ceil((now() + 1) / hourMs) * hourMs;
  enqueue({ kind: "reports.hour", payload: {}, runAt, dedupeKey: `reports.hour/${runAt}` });
}
