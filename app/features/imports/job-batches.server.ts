import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { lazyCommits } from "~/db/client.server";
import { giveWay } from "~/jobs/give-way.server";
import type { JobContext } from "~/jobs/worker.server";
import { ForbiddenError, RuleError } from "~/lib/errors";
import type { Progress } from "./batches.commands.server";
import type { Import } from "./changing.server";
import { dropImportFile } from "./file-store.server";
import { failImport } from "./reading.commands.server";
import { findImportRow, type ImportRow, setImport } from "./stored.server";

export const importIdOf = (payload: unknown): string =>
  typeof payload === "object" && payload !== null && "importId" in payload ? String(payload.importId) : "";

/** Reads an import that waits for it; a file that cannot be read is refused in words, and dropped. */
export async function readingOne(payload: unknown, read: (imported: ImportRow) => Promise<void>): Promise<void> {
  const id = importIdOf(payload);
  const imported = findImportRow(id);
  if (imported?.state !== "reading") return;
  try {
    await read(imported);
  } catch (error) {
    failImport(id, error instanceof RuleError ? error : new RuleError("importBroken"));
    dropImportFile(id);
    if (!(error instanceof RuleError)) throw error;
  }
}

/** Writes a whole import, then drops its file; stopped, it goes back to its review, and going on writes the rest. */
export async function applyingOne(payload: unknown, batches: Batches): Promise<void> {
  const id = importIdOf(payload);
  try {
    await inBatches(id, batches);
    dropImportFile(id);
  } catch (error) {
    if (findImportRow(id)?.state === "applying")
      setImport(id, { state: "to_review", error: JSON.stringify({ key: "importStopped", values: {} }) });
    throw error;
  }
}

export interface Batches {
  context: JobContext;
  next: (actor: Actor, row: Import) => Progress;
}

/** One transaction after the other, people first in between, as the person who asked and while they still may. */
export async function inBatches(importId: string, { context, next }: Batches): Promise<void> {
  const row = findImportRow(importId);
  if (!row) return;
  const actor = loadActor(row.createdById);
  if (!actor) throw new ForbiddenError("provider.import");
  const mine = authorize(actor, "provider.import", row);
  for (;;) {
    const started = performance.now();
    // A batch that a power cut takes is written again; the end of the job is kept with all that came before it.
    const isDone = lazyCommits(() => {
      const now = next(actor, mine);
      context.progress((100 * now.done) / Math.max(1, now.total));
      return now.isDone;
    });
    if (isDone) return;
    await giveWay(performance.now() - started);
  }
}
