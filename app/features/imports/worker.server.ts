import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { RuleError } from "~/lib/errors";
import { piecesAhead, type WorkerMessage } from "./read-apart.server";
import { workOn } from "./read-work.server";

/** The body of the import worker: does what is asked of the file and posts what it finds, never far ahead of its reader. */
export async function readInWorker(): Promise<void> {
  const post = (message: WorkerMessage) => parentPort?.postMessage(message);
  let waiting = 0;
  parentPort?.on("message", () => {
    waiting -= 1;
  });
  try {
    for await (const piece of workOn(workerData)) {
      post({ kind: "piece", piece });
      waiting += 1;
      while (parentPort && waiting >= piecesAhead) await once(parentPort, "message");
    }
    post({ kind: "end" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    post({ kind: "refused", key: error.key, values: error.values });
  }
}
