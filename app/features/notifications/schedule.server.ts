import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";

const hourMs = 3_600_000;

/** Asks for the next look at the calendar, at the next full hour; asked again at each one and at each start. */
export function scheduleNotices(): void {
  const runAt = Math.ceil((now() + 1) / hourMs) * hourMs;
  enqueue({ kind: "notices.hour", payload: {}, runAt, dedupeKey: `notices.hour/${runAt}` });
}
