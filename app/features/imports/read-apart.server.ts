import { on } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { RuleError } from "~/lib/errors";
import { type ReadPiece, type ReadTask, workOn } from "./read-work.server";

/** What the worker posts: pieces as they come, then the end, or why the file is refused. */
export type WorkerMessage =
  | { kind: "piece"; piece: ReadPiece }
  | { kind: "end" }
  | { kind: "refused"; key: string; values: Record<string, string | number> };

/** So many pieces may wait for their reader: a large file is never held whole. */
export const piecesAhead = 4;

/** Reads a file in a thread of its own, so that pages stay quick; in this one where no worker was built (tests). */
export async function* readApart(task: ReadTask): AsyncGenerator<ReadPiece> {
  const built = resolve("build/cli/import-worker.js");
  if (process.env.NODE_ENV === "test" || !existsSync(built)) {
    yield* workOn(task);
    return;
  }
  const worker = new Worker(built, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  try {
    for await (const [message] of on(worker, "message", { close: ["exit"] })) {
      const piece = pieceOf(message);
      if (!piece) return;
      yield piece;
      worker.postMessage("next");
    }
    throw new Error("The import worker stopped");
  } finally {
    await worker.terminate();
  }
}

function pieceOf(message: WorkerMessage): ReadPiece | undefined {
  if (message.kind === "refused") throw new RuleError(message.key, message.values);
  return message.kind === "piece" ? message.piece : undefined;
}
