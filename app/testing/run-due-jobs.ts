import { runDue } from "~/jobs/worker.server";
import { jobHandlers } from "~/server/job-handlers.server";

// A process of its own for tests that kill it: works on DATABASE_PATH until nothing is due.
await runDue(jobHandlers, { error: () => undefined });
process.exit(0);
