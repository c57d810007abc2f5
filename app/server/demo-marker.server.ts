import type Database from "better-sqlite3";
import type { Config } from "~/config.server";

/** Demo mode refuses a file of real use, and real use a file of the demo (design 3.5). */
export function refuseMixedDemo(connection: Database.Database, settings: Config): void {
  const hasTables = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = 'installation'").get() !== undefined;
  if (!hasTables) return;
  const isDemoFile = connection.prepare("SELECT 1 FROM installation WHERE key = 'demo'").get() !== undefined;
  const isUsed = connection.prepare("SELECT 1 FROM organisations LIMIT 1").get() !== undefined;
  if (settings.isDemo && isUsed && !isDemoFile) {
    throw new Error("Cette base n'est pas celle de la démonstration : choisissez un autre DATABASE_PATH.");
  }
  if (!settings.isDemo && isDemoFile) {
    throw new Error("Cette base est celle de la démonstration : lancez npm run demo, ou choisissez un autre DATABASE_PATH.");
  }
}
