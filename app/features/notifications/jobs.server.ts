import { z } from "zod";
import { purgeExpired } from "~/features/own-data/retention.commands.server";
import { carryOutHandovers } from "~/features/providers/handover.commands.server";
import type { JobHandlers } from "~/jobs/worker.server";
import { collectNews, collectReminders } from "./collect.server";
import { sendDigests } from "./digest.commands.server";
import { scheduleNotices } from "./schedule.server";

const collectPayload = z.object({ providerId: z.string() });

export const notificationJobs: JobHandlers = {
  "notices.collect": (payload) => {
    const { providerId } = collectPayload.parse(payload);
    collectNews(providerId);
    sendDigests(providerId);
  },
  "notices.hour": () => {
    scheduleNotices();
    carryOutHandovers();
    collectReminders();
    sendDigests();
    purgeExpired();
  },
};
