import { jobKind } from "~/features/imports/rows.model";
import type { JobHandlers } from "~/jobs/worker.server";

interface Group {
  kinds: readonly string[];
  read: () => Promise<JobHandlers>;
}

const ofRows = (content: "partners" | "past_sessions") =>
  (["read", "apply", "undo"] as const).map((step) => jobKind(content, step));

/** Every job that the worker knows, by feature: what does it is read when the first one is due, not as the server starts. */
export const jobGroups: readonly Group[] = [
  { kinds: ["mail.send", "mail.sendBulk"], read: async () => (await import("~/email/jobs.server")).mailJobs },
  { kinds: ["files.sweep"], read: async () => (await import("~/features/files/jobs.server")).fileJobs },
  { kinds: ["export.write", "export.remove"], read: async () => (await import("./list-jobs.server")).listJobs },
  {
    kinds: ["notices.collect", "notices.hour"],
    read: async () => (await import("~/features/notifications/jobs.server")).notificationJobs,
  },
  { kinds: ["account.sendSignInLink"], read: async () => (await import("~/features/accounts/jobs.server")).accountJobs },
  {
    kinds: ["import.read", "import.apply", "import.undo", "import.sweep", ...ofRows("partners")],
    read: async () => (await import("~/features/imports/jobs.server")).importJobs,
  },
  { kinds: ofRows("past_sessions"), read: async () => (await import("~/features/past-sessions/jobs.server")).pastSessionJobs },
  {
    kinds: ["expireOffer", "remind", "laterFeedback", "mailCertificate", "settle"].map((name) => `workshops.${name}`),
    read: async () => (await import("~/features/workshops/jobs.server")).workshopJobs,
  },
  {
    kinds: ["resources.readFile", "resources.hour", "watch.readFeeds"],
    read: async () => (await import("~/features/resources/jobs.server")).resourceJobs,
  },
  { kinds: ["webhooks.deliver"], read: async () => (await import("~/features/webhooks/jobs.server")).webhookJobs },
  { kinds: ["reports.hour", "reports.mail"], read: async () => (await import("~/features/reports/jobs.server")).reportJobs },
  { kinds: ["goals.day"], read: async () => (await import("~/features/dashboards/jobs.server")).dashboardJobs },
];

export const jobHandlers: JobHandlers = Object.fromEntries(
  jobGroups.flatMap(({ kinds, read }) => kinds.map((kind) => [kind, handlerOf(kind, read)])),
);

function handlerOf(kind: string, read: Group["read"]): JobHandlers[string] {
  return async (payload, context) => {
    const handler = (await read())[kind];
    if (!handler) throw new Error(`Aucun traitement pour ${kind}`);
    await handler(payload, context);
  };
}
