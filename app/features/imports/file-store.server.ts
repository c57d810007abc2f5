import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { config } from "~/config.server";

const importsFolder = (): string => join(config().dataDir, "imports");

/** Where an import's file waits until it is applied or given up; its name is the import's id alone. */
export const importPath = (importId: string): string => join(importsFolder(), importId);

/** Takes an uploaded file in. */
export function keepImportFile(importId: string, uploadedPath: string): void {
  mkdirSync(importsFolder(), { recursive: true });
  renameSync(uploadedPath, importPath(importId));
}

export function dropImportFile(importId: string): void {
  rmSync(importPath(importId), { force: true });
}

/** Files left for more than a day, by the ids of their imports. */
export function listOldImportFiles(): string[] {
  const folder = importsFolder();
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).mtimeMs < Date.now() - 86_400_000);
}
