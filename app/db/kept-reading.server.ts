import type Database from "better-sqlite3";
import { prepared, sqlite } from "./client.server";

interface Kept {
  /** What this connection had changed and the number that SQLite gives to what others have, when it was read. */
  version: string;
  values: Map<string, unknown>;
}

const keptOf = new WeakMap<Database.Database, Kept>();
const mostValues = 2000;

/**
 * What `read` returns, kept under its key until anything is written to the file, by this process or by another one: for lists
 * that every page asks for and that seldom change. The key holds all that the reading depends on but the file: who asks for
 * which offices, the language. Inside a transaction nothing is kept, as it may be taken back. The value is shared: never change it.
 */
export function keptReading<T>(key: string, read: () => T): T {
  const open = sqlite();
  if (open.inTransaction) return read();
  const version = versionOf();
  let kept = keptOf.get(open);
  if (kept?.version !== version || kept.values.size >= mostValues) {
    kept = { version, values: new Map() };
    keptOf.set(open, kept);
  }
  if (!kept.values.has(key)) kept.values.set(key, read());
  return kept.values.get(key) as T;
}

function versionOf(): string {
  const own = prepared<[], { changes: number }>("SELECT total_changes() AS changes").get()?.changes;
  const others = prepared<[], { data_version: number }>("PRAGMA data_version").get()?.data_version;
  return `${own} ${others}`;
}
