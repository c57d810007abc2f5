import { z } from "zod";
import type { JobHandlers } from "~/jobs/worker.server";
import { lookAtSchedules } from "./schedule.server";
import { mailReport, makeDueReports } from "./scheduled.server";

const told = z.object({ reportId: z.string(), scheduleId: z.string(), userId: z.string() });

export const reportJobs: JobHandlers = {
  "reports.hour": () => {
    lookAtSchedules();
    makeDueReports();
  },
  "reports.mail": (payload) => mailReport(told.parse(payload)),
};
