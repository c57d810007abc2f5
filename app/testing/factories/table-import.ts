import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { startImport } from "~/features/imports/commands.server";
import { keepImportFile } from "~/features/imports/file-store.server";
import { getImport } from "~/features/imports/queries.server";
import { runDue } from "~/jobs/worker.server";
import { newId } from "~/lib/ids";
import { jobHandlers } from "~/server/job-handlers.server";

/** Runs all background work that is due; a failure of it fails the test. */
export async function runJobs(): Promise<void> {
  await runDue(jobHandlers, {
    error: (fields, message) => {
      throw new Error(`${message} ${JSON.stringify(fields)}`);
    },
  });
}

/** A file sent by the actor, read as far as it goes by itself; returns the import's id. */
export async function sendFile(
  actor: Actor,
  office: { id: string; ownerId: string },
  file: { content: string | Buffer; fileName?: string },
): Promise<string> {
  const id = newId();
  const path = join(mkdtempSync(join(tmpdir(), "sent-")), "file");
  writeFileSync(path, file.content);
  keepImportFile(id, path);
  startImport(actor, authorize(actor, "provider.import", office), { id, fileName: file.fileName ?? "suivi.csv" });
  await runJobs();
  return id;
}

/** An import's row, authorised to be changed. */
export function importOf(actor: Actor, importId: string) {
  return authorize(actor, "provider.import", getImport(actor, importId));
}
