import { parentPort, workerData } from "node:worker_threads";
import { RuleError } from "~/lib/errors";
import type { WorkerMessage } from "./read-apart.server";
import { readImportFile } from "./read-file.server";

/** The body of the import worker: reads the file and posts what it found, a few hundred records at a time. */
export async function readInWorker(): Promise<void> {
  const post = (message: WorkerMessage) => parentPort?.postMessage(message);
  try {
    const { records, deletedIds } = await readImportFile(String(workerData.path));
    for (let from = 0; from < records.length; from += 500) post({ kind: "records", records: records.slice(from, from + 500) });
    post({ kind: "end", deletedIds });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    post({ kind: "refused", key: error.key, values: error.values });
  }
}
