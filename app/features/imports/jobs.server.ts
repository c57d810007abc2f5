import { can } from "~/access/can";
import { loadActor } from "~/auth/load-actor.server";
import type { JobHandler, JobHandlers } from "~/jobs/worker.server";
import { applyNextBatch, undoNextBatch } from "./batches.commands.server";
import type { TableMapping, TableSample } from "./columns.model";
import { importPath } from "./file-store.server";
import { applyingOne, importIdOf, inBatches, readingOne } from "./job-batches.server";
import { findRememberedMapping, startReading } from "./mapping.commands.server";
import { parseMapping } from "./mapping.form";
import type { ReadResult } from "./model";
import { partnerWork } from "./partners.server";
import { readApart } from "./read-apart.server";
import type { ReadTask } from "./read-work.server";
import { askForMapping, storeReading } from "./reading.commands.server";
import { rowJobs } from "./row-jobs.commands.server";
import { type ImportRow, setImport } from "./stored.server";
import { sweepImportFiles } from "./sweep.commands.server";

const readFile: JobHandler = (payload) =>
  readingOne(payload, async (imported) => {
    const path = importPath(imported.id);
    if (imported.mapping !== null) return readMapped(imported, parseMapping(imported.mapping));
    const sample = await sampleOf(path);
    if (sample) return readSampled(imported, sample);
    await storeReading(imported.id, recordsOf({ kind: "records", path }));
  });

/** A table whose titles the office has named before goes straight on; another one waits for a person. */
async function readSampled(imported: ImportRow, sample: TableSample): Promise<void> {
  const mapping = findRememberedMapping(imported.ownerId, sample.columns);
  if (!mapping || !mayRead(imported, mapping)) return askForMapping(imported.id, sample);
  setImport(imported.id, { sample: JSON.stringify(sample), content: mapping.content, mapping: JSON.stringify(mapping) });
  if (mapping.content === "listings") await readMapped(imported, mapping);
  else startReading(imported, mapping);
}

async function readMapped({ id }: ImportRow, { columns, defaultKind }: TableMapping): Promise<void> {
  await storeReading(id, recordsOf({ kind: "records", path: importPath(id), mapping: columns, defaultKind }));
}

/** Past sessions are taken over by those who log them. */
function mayRead({ createdById, ownerId }: ImportRow, { content }: TableMapping): boolean {
  if (content !== "past_sessions") return true;
  const actor = loadActor(createdById);
  return actor !== undefined && can(actor, "coaching.log", { ownerId });
}

async function sampleOf(path: string): Promise<TableSample | null> {
  for await (const piece of readApart({ kind: "sample", path })) if (piece.kind === "sample") return piece.sample;
  return null;
}

async function* recordsOf(task: ReadTask): AsyncGenerator<ReadResult> {
  for await (const piece of readApart(task)) if (piece.kind === "records") yield piece;
}

const applyFile: JobHandler = (payload, context) =>
  applyingOne(payload, { context, next: (actor, row) => applyNextBatch(actor, row) });
const undoFile: JobHandler = (payload, context) =>
  inBatches(importIdOf(payload), { context, next: (actor, row) => undoNextBatch(actor, row) });

export const importJobs: JobHandlers = {
  "import.read": readFile,
  "import.apply": applyFile,
  "import.undo": undoFile,
  "import.sweep": sweepImportFiles,
  ...rowJobs(partnerWork),
};
