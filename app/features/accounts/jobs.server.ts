import { z } from "zod";
import { forgetPayload } from "~/jobs/queue.server";
import type { JobHandlers } from "~/jobs/worker.server";
import { sendSignInLink } from "./sign-in-links.commands.server";

const asked = z.object({ email: z.string(), redirectTo: z.string(), browserHash: z.string() });

export const accountJobs: JobHandlers = {
  "account.sendSignInLink": (payload, { jobId }) => {
    sendSignInLink(asked.parse(payload));
    forgetPayload(jobId);
  },
};
