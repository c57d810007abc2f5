import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { RuleError } from "~/lib/errors";
import type { ImportRecord, ReadResult } from "./model";
import { readImportFile } from "./read-file.server";

/** What the worker posts: records as they come, then the end, or why the file is refused. */
export type WorkerMessage =
  | { kind: "records"; records: ImportRecord[] }
  | { kind: "end"; deletedIds: string[] }
  | { kind: "refused"; key: string; values: Record<string, string | number> };

/** Reads a file in a thread of its own, so that pages stay quick; in this one where no worker was built (tests). */
export async function readApart(path: string): Promise<ReadResult> {
  const built = resolve("build/cli/import-worker.js");
  if (!existsSync(built)) return readImportFile(path);
  const worker = new Worker(built, { workerData: { path }, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  try {
    return await collect(worker);
  } finally {
    await worker.terminate();
  }
}

function collect(worker: Worker): Promise<ReadResult> {
  const records: ImportRecord[] = [];
  return new Promise((done, fail) => {
    const take = (message: WorkerMessage) => {
      if (message.kind === "records") records.push(...message.records);
      else if (message.kind === "end") done({ records, deletedIds: message.deletedIds });
      else fail(new RuleError(message.key, message.values));
    };
    worker.on("message", take);
    worker.once("error", fail);
    worker.once("exit", () => fail(new Error("The import worker stopped")));
  });
}
