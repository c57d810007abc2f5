import type { JobHandlers } from "~/jobs/worker.server";

export const notificationJobs: JobHandlers = {
  "notices.collect": () => undefined,
};
