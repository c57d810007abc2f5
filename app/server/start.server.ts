import type { Server } from "node:http";
import { resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { onDone } from "~/commands/run.server";
import { config } from "~/config.server";
import { closeDatabase, sqlite } from "~/db/client.server";
import { migrate } from "~/db/migrate.server";
import { lookAtGoals } from "~/features/dashboards/schedule.server";
import { rebuildFigures } from "~/features/figures/rebuild.server";
import { scheduleNotices } from "~/features/notifications/schedule.server";
import { lookAtSchedules } from "~/features/reports/schedule.server";
import { scheduleLibrary } from "~/features/resources/schedule.server";
import { syncShippedSheets } from "~/features/resources/shipped.commands.server";
import { tellOfCommand } from "~/features/webhooks/events.server";
import { startWorker } from "~/jobs/worker.server";
import { makeApplication } from "./application.server";
import { refuseMixedDemo } from "./demo-marker.server";
import { checkAfterListening, markStart, markStop } from "./durability.server";
import { greet } from "./greeting.server";
import { jobHandlers } from "./job-handlers.server";
import { log } from "./log.server";

export interface StartOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's middleware, in development alone. */
  vite?: RequestHandler;
}

/** Opens and upgrades the file, then serves until SIGTERM or SIGINT. */
export async function start(options: StartOptions): Promise<void> {
  const settings = config();
  refuseMixedDemo(sqlite(), settings);
  await migrate(sqlite(), {
    folder: resolve("drizzle"),
    backupTo: resolve(settings.dataDir, "backups"),
    geography: resolve("build/geo.sqlite"),
    derive: rebuildFigures,
  });
  syncShippedSheets(resolve("content/sheets"));
  markStart(sqlite());
  const server = makeApplication(options).listen(settings.port, settings.isDemo ? "127.0.0.1" : "::");
  await new Promise<void>((done, fail) => server.once("listening", done).once("error", fail));
  onDone(tellOfCommand);
  const worker = startWorker(jobHandlers, log);
  scheduleNotices();
  scheduleLibrary();
  lookAtSchedules();
  lookAtGoals();
  checkAfterListening(settings.databasePath);
  greet(sqlite(), settings);
  stopOnSignal(server, worker);
}

function stopOnSignal(server: Server, worker: { stop(): Promise<void> }): void {
  const stop = async () => {
    server.close();
    server.closeIdleConnections();
    await worker.stop();
    markStop(sqlite());
    closeDatabase();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
