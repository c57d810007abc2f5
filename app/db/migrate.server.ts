import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as runDrizzle } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { loadGeography } from "./geography.server";

interface Upgrade {
  folder: string;
  backupTo?: string;
  /** Computes anew what is derived from the facts, once an older file has the newest schema. */
  derive?: (connection: Database.Database) => void;
}

/**
 * Brings a file to the newest schema: backs it up, turns foreign keys off before drizzle's own
 * transaction (inside it the pragma does nothing and a rebuild would empty the children), then
 * refuses any broken reference (design 3.2).
 */
export async function migrate(connection: Database.Database, options: Upgrade & { geography?: string }) {
  if (!isUpToDate(connection, options.folder)) await upgrade(connection, options);
  connection.pragma("foreign_keys = ON");
  if (options.geography && existsSync(options.geography)) loadGeography(connection, options.geography);
}

async function upgrade(connection: Database.Database, { folder, backupTo, derive }: Upgrade) {
  const isOlder = hasTables(connection);
  if (backupTo && isOlder) await backUp(connection, backupTo);
  connection.pragma("foreign_keys = OFF");
  runDrizzle<Record<string, never>>(drizzle(connection), { migrationsFolder: folder });
  const broken = connection.pragma("foreign_key_check");
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`La mise à jour laisse ${broken.length} références cassées ; la copie d'avant est dans ${backupTo}.`);
  }
  if (isOlder) derive?.(connection);
}

/** Whether the file has the newest migration already: then a start copies nothing and reads nothing through. */
function isUpToDate(connection: Database.Database, folder: string): boolean {
  if (!hasTables(connection)) return false;
  const newest = readMigrationFiles({ migrationsFolder: folder }).at(-1)?.folderMillis;
  const held = connection.prepare<[], number>("SELECT max(created_at) FROM __drizzle_migrations").pluck().get();
  return newest !== undefined && Number(held) >= newest;
}

async function backUp(connection: Database.Database, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(":", "-").slice(0, 19);
  await connection.backup(join(folder, `avant-mise-a-jour-${stamp}.sqlite`));
}

function hasTables(connection: Database.Database): boolean {
  return (
    connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'").get() !== undefined
  );
}
