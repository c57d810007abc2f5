import { z } from "zod";
import type { JobHandlers } from "~/jobs/worker.server";
import { deliver } from "./deliver.commands.server";

const payload = z.object({ deliveryId: z.string() });

export const webhookJobs: JobHandlers = {
  "webhooks.deliver": (given, { isLastTry }) => deliver(payload.parse(given).deliveryId, { isLastTry }),
};
