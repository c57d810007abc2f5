import { z } from "zod";
import type { JobHandlers } from "~/jobs/worker.server";
import { checkDueLinks } from "./check-links.commands.server";
import { readDueFeeds } from "./read-feeds.commands.server";
import { readDocument } from "./read-file.commands.server";
import { scheduleLibrary } from "./schedule.server";

const readPayload = z.object({ resourceId: z.string() });

export const resourceJobs: JobHandlers = {
  "resources.readFile": (payload) => readDocument(readPayload.parse(payload).resourceId),
  "watch.readFeeds": async () => {
    await readDueFeeds();
  },
  "resources.hour": async () => {
    scheduleLibrary();
    await readDueFeeds();
    await checkDueLinks();
  },
};
