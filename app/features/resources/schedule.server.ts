import { config } from "~/config.server";
import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";

const hourMs = 3_600_000;

/** Asks for the next look at links and feeds, half past the next hour; asked again each time and at each start. The demonstration asks no site. */
export function scheduleLibrary(): void {
  if (config().isDemo) return;
  const runAt = Math.ceil((now() + 1) / hourMs) * hourMs + hourMs / 2;
  enqueue({ kind: "resources.hour", payload: {}, runAt, dedupeKey: `resources.hour/${runAt}` });
}

/** Asks for a reading of the feeds that are due, at once: one has just been added. */
export function askForFeeds(): void {
  if (!config().isDemo) enqueue({ kind: "watch.readFeeds", payload: {}, dedupeKey: "watch.readFeeds" });
}
