import type { JobHandlers } from "~/jobs/worker.server";
import { sendQueuedMail } from "./send-job.server";

export const mailJobs: JobHandlers = { "mail.send": sendQueuedMail, "mail.sendBulk": sendQueuedMail };
