import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { incomingFolder } from "~/http/upload.server";
import type { JobHandlers } from "~/jobs/worker.server";
import { askForSweep, purgeRemovedFiles } from "./commands.server";
import { listKnownFileIds } from "./queries.server";
import { filesFolder } from "./storage.server";

/** Removes bytes that no row speaks of and uploads left halfway, a day old; then asks for tomorrow's turn. */
export function sweepFiles(): void {
  purgeRemovedFiles();
  const old = listOldFiles(filesFolder());
  const known = listKnownFileIds(old);
  for (const name of old) if (!known.has(name)) rmSync(join(filesFolder(), name), { force: true });
  for (const name of listOldFiles(incomingFolder())) rmSync(join(incomingFolder(), name), { force: true });
  askForSweep();
}

function listOldFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).mtimeMs < Date.now() - 86_400_000);
}

export const fileJobs: JobHandlers = { "files.sweep": sweepFiles };
