import { sendQueuedMail } from "~/email/send-job.server";
import { accountJobs } from "~/features/accounts/jobs.server";
import { exportPlans } from "~/features/action-plans/export.server";
import { exportSessions } from "~/features/coaching/export.server";
import { exportGoals } from "~/features/dashboards/goal-export.server";
import { dashboardJobs } from "~/features/dashboards/jobs.server";
import { exportFigureRows } from "~/features/dashboards/rows-export.server";
import { exportJobs } from "~/features/exports/jobs.server";
import { sweepFiles } from "~/features/files/jobs.server";
import { importJobs } from "~/features/imports/jobs.server";
import { notificationJobs } from "~/features/notifications/jobs.server";
import { pastSessionJobs } from "~/features/past-sessions/jobs.server";
import { exportProviders } from "~/features/providers/export.server";
import { reportJobs } from "~/features/reports/jobs.server";
import { exportResources } from "~/features/resources/export.server";
import { resourceJobs } from "~/features/resources/jobs.server";
import { webhookJobs } from "~/features/webhooks/jobs.server";
import { exportRegistrationsAt, exportWorkshops } from "~/features/workshops/export.server";
import { workshopJobs } from "~/features/workshops/jobs.server";
import type { JobHandlers } from "~/jobs/worker.server";

/** Every job that the worker knows, one line a kind. */
export const jobHandlers: JobHandlers = {
  "mail.send": sendQueuedMail,
  "mail.sendBulk": sendQueuedMail,
  "files.sweep": sweepFiles,
  ...exportJobs({
    coaching: exportSessions,
    providers: exportProviders,
    plans: exportPlans,
    workshops: exportWorkshops,
    registrations: exportRegistrationsAt,
    resources: exportResources,
    figureRows: exportFigureRows,
    goals: exportGoals,
  }),
  ...notificationJobs,
  ...accountJobs,
  ...importJobs,
  ...pastSessionJobs,
  ...workshopJobs,
  ...resourceJobs,
  ...webhookJobs,
  ...reportJobs,
  ...dashboardJobs,
};
