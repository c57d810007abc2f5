import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { config } from "~/config.server";

/** Where an import's file waits until it is applied or given up; its name is the import's id alone. */
export const importPath = (importId: string): string => join(config().dataDir, "imports", importId);

/** Takes an uploaded file in. */
export function keepImportFile(importId: string, uploadedPath: string): void {
  mkdirSync(join(config().dataDir, "imports"), { recursive: true });
  renameSync(uploadedPath, importPath(importId));
}

export function dropImportFile(importId: string): void {
  rmSync(importPath(importId), { force: true });
}
