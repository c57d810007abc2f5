import { z } from "zod";
import { enqueue } from "~/jobs/queue.server";
import type { JobHandlers } from "~/jobs/worker.server";
import { now } from "~/lib/clock";
import { mailReport, makeDueReports } from "./scheduled.server";

const hourMs = 3_600_000;
const told = z.object({ reportId: z.string(), scheduleId: z.string(), userId: z.string() });

/** Asks for the next look at the schedules: at the coming hour. */
export function lookAtSchedules(): void {
  const runAt = Math.ceil((now() + 1) / hourMs) * hourMs;
  enqueue({ kind: "reports.hour", payload: {}, runAt, dedupeKey: `reports.hour/${runAt}` });
}

export const reportJobs: JobHandlers = {
  "reports.hour": () => {
    lookAtSchedules();
    makeDueReports();
  },
  "reports.mail": (payload) => mailReport(told.parse(payload)),
};
