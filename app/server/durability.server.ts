import { Worker } from "node:worker_threads";
import type Database from "better-sqlite3";
import { log } from "./log.server";

const state: { check: "pending" | "ok" | "broken" } = { check: "pending" };
export const checkState = () => state.check;

/** After an unclean stop the file is checked before it serves; a clean one starts at once. */
export function markStart(connection: Database.Database): void {
  const wasRunning = connection.prepare("SELECT 1 FROM installation WHERE key = 'running'").get() !== undefined;
  if (wasRunning) {
    const result = connection.pragma("quick_check", { simple: true });
    if (result !== "ok") throw new Error(`La base est abîmée (${result}) : restaurez la dernière sauvegarde (npm run restore).`);
    state.check = "ok";
  }
  connection.prepare("INSERT INTO installation (key, value) VALUES ('running', '1') ON CONFLICT DO NOTHING").run();
}

export function markStop(connection: Database.Database): void {
  connection.prepare("DELETE FROM installation WHERE key = 'running'").run();
}

/** Those who waited for a restart are served first. */
const firstPagesMs = 10_000;

/** Checks the file in a thread of its own, on a read-only connection, a little after the start; `/health` says `checking` until then. */
export function checkAfterListening(path: string): void {
  if (state.check === "pending") setTimeout(() => check(path), firstPagesMs).unref();
}

function check(path: string): void {
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    const file = new (require("better-sqlite3"))(workerData, { readonly: true });
    parentPort.postMessage(file.pragma("quick_check", { simple: true }));
    file.close();`;
  const worker = new Worker(code, { eval: true, workerData: path });
  worker.once("message", (result) => {
    state.check = result === "ok" ? "ok" : "broken";
    if (result !== "ok") log.fatal({ result }, "quick_check found damage");
  });
  worker.once("error", (error) => log.error({ err: error }, "quick_check did not run"));
  worker.unref();
}
