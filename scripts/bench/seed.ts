import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { migrate } from "~/db/migrate.server";
import { rebuildFigures } from "~/features/figures/rebuild.server";
import { seedNetwork, seedOffice } from "./seed-office";
import { inserters } from "./seed-statements";
import { type Size, unevenParts } from "./sizes";

interface SeedOptions {
  path: string;
  size: Size;
  /** ISO day of the last sessions. */
  today: string;
  /** The official communes; without them the codes stand alone. */
  geography?: string;
}

/** Fills a fresh file of this size, the same for the same day, and computes its summaries; replaces what was there. */
export async function seedFile({ path, size, today, geography }: SeedOptions): Promise<void> {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
  const connection = new Database(path);
  connection.pragma("journal_mode = OFF");
  connection.pragma("synchronous = OFF");
  connection.pragma("cache_size = -262144");
  connection.pragma("temp_store = MEMORY");
  const known = geography && existsSync(geography) ? { geography } : {};
  await migrate(connection, { folder: resolve("drizzle"), ...known });
  connection.pragma("foreign_keys = OFF");
  fill(connection, size, today);
  rebuildFigures(connection);
  connection.exec("ANALYZE");
  connection.pragma("journal_mode = WAL");
  connection.close();
}

function fill(connection: Database.Database, size: Size, today: string): void {
  const insert = inserters(connection);
  const communes = readCommunes(connection);
  const providers = unevenParts(size.providers, size.offices);
  const sessions = unevenParts(size.sessions, size.offices);
  const at = Date.parse(`${today}T08:00:00Z`);
  seedNetwork(insert, at);
  let [firstProvider, firstSession] = [0, 0];
  for (let nth = 0; nth < size.offices; nth++) {
    const part = { nth, at, today, firstProvider, firstSession, providers: providers[nth] ?? 0, sessions: sessions[nth] ?? 0 };
    const own = communes.slice((nth * 12) % communes.length).slice(0, 12);
    connection.transaction(() => seedOffice(insert, part, own))();
    firstProvider += part.providers;
    firstSession += part.sessions;
  }
  connection.prepare("INSERT INTO installation (key, value) VALUES ('bench', ?)").run(`${size.name} ${today}`);
}

function readCommunes(connection: Database.Database): string[] {
  const found = connection
    .prepare<[], string>("SELECT insee_code FROM communes WHERE current_insee_code IS NULL ORDER BY insee_code")
    .pluck()
    .all();
  return found.length > 0 ? found : ["33514", "33540", "33555", "17300", "17452"];
}

/** Whether the file is of this size and day already. */
export function isSeeded(path: string, size: Size, today: string): boolean {
  if (!existsSync(path)) return false;
  const connection = new Database(path, { readonly: true });
  try {
    return connection.prepare("SELECT value FROM installation WHERE key = 'bench'").pluck().get() === `${size.name} ${today}`;
  } catch {
    return false;
  } finally {
    connection.close();
  }
}
