import { z } from "zod";
import { sqlite } from "~/db/client.server";
import { kickWorker } from "~/jobs/queue.server";
import type { JobHandlers } from "~/jobs/worker.server";
import { mailCertificate } from "./certificate-mail.server";
import { askForLaterFeedback } from "./feedback.server";
import { expireOffer } from "./registrations.commands.server";
import { releaseShares, remind } from "./reminders.server";

const offer = z.object({ registrationId: z.string() });
const reminder = z.object({ workshopId: z.string(), minutes: z.number(), startsAt: z.number() });
const certificate = z.object({ certificateId: z.string() });
const workshop = z.object({ workshopId: z.string() });

/** The clock's part of workshops: each handler may run twice and does its work once. */
export const workshopJobs: JobHandlers = {
  "workshops.expireOffer": (payload) => expireOffer(offer.parse(payload).registrationId),
  "workshops.remind": (payload) => atOnce(() => remind(reminder.parse(payload))),
  "workshops.laterFeedback": (payload) => atOnce(() => askForLaterFeedback(workshop.parse(payload).workshopId)),
  "workshops.mailCertificate": (payload) => mailCertificate(certificate.parse(payload).certificateId),
  "workshops.settle": (payload) => atOnce(() => releaseShares(workshop.parse(payload).workshopId)),
};

/** All of it, or nothing: a kill in the middle leaves no half of the notices. */
function atOnce(work: () => void): void {
  sqlite().transaction(work).immediate();
  kickWorker();
}
