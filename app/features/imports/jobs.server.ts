import { setImmediate } from "node:timers/promises";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import type { JobContext, JobHandler, JobHandlers } from "~/jobs/worker.server";
import { ForbiddenError, RuleError } from "~/lib/errors";
import { applyNextBatch, type Import, type Progress, undoNextBatch } from "./batches.commands.server";
import { dropImportFile, importPath } from "./file-store.server";
import { readApart } from "./read-apart.server";
import { failImport, storeReading } from "./reading.commands.server";
import { findImportRow, setImport } from "./stored.server";

const idOf = (payload: unknown): string =>
  typeof payload === "object" && payload !== null && "importId" in payload ? String(payload.importId) : "";

const readFile: JobHandler = async (payload) => {
  const id = idOf(payload);
  if (findImportRow(id)?.state !== "reading") return;
  try {
    await storeReading(id, await readApart(importPath(id)));
  } catch (error) {
    failImport(id, error instanceof RuleError ? error : new RuleError("importBroken"));
    dropImportFile(id);
    if (!(error instanceof RuleError)) throw error;
  }
};

const applyFile: JobHandler = async (payload, context) => {
  const id = idOf(payload);
  try {
    await inBatches(id, { context, next: applyNextBatch });
    dropImportFile(id);
  } catch (error) {
    // Back to the review: what was written stays written, and going on writes the rest.
    if (findImportRow(id)?.state === "applying")
      setImport(id, { state: "to_review", error: JSON.stringify({ key: "importStopped", values: {} }) });
    throw error;
  }
};

const undoFile: JobHandler = (payload, context) => inBatches(idOf(payload), { context, next: undoNextBatch });

interface Batches {
  context: JobContext;
  next: (actor: Actor, row: Import) => Progress;
}

/** One transaction after the other, other work in between, as the person who asked and while they still may. */
async function inBatches(importId: string, { context, next }: Batches): Promise<void> {
  const row = findImportRow(importId);
  if (!row) return;
  const actor = loadActor(row.createdById);
  if (!actor) throw new ForbiddenError("provider.import");
  const mine = authorize(actor, "provider.import", row);
  for (let progress = next(actor, mine); !progress.isDone; progress = next(actor, mine)) {
    context.progress((100 * progress.done) / Math.max(1, progress.total));
    await setImmediate();
  }
}

export const importJobs: JobHandlers = { "import.read": readFile, "import.apply": applyFile, "import.undo": undoFile };
