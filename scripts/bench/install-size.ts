import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export interface DiskSize {
  bytes: number;
  files: number;
}

const lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional() })),
});

/** What `npm ci --omit=dev` keeps of node_modules, by the lock: production packages that are there on this machine. */
export function installSize(): DiskSize {
  const { packages } = lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const kept = Object.entries(packages).filter(([path, one]) => path !== "" && !one.dev && !one.devOptional && existsSync(path));
  return kept.map(([path]) => sizeOf(path)).reduce(add, { bytes: 0, files: 0 });
}

/** Bytes and files under a folder; packages nested in it are counted by their own entry. */
export function sizeOf(folder: string): DiskSize {
  let total: DiskSize = { bytes: 0, files: 0 };
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = lstatSync(path);
    if (found.isDirectory()) total = name === "node_modules" ? total : add(total, sizeOf(path));
    else total = add(total, { bytes: found.size, files: 1 });
  }
  return total;
}

const add = (a: DiskSize, b: DiskSize): DiskSize => ({ bytes: a.bytes + b.bytes, files: a.files + b.files });
