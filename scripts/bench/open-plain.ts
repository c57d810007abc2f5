import Database from "better-sqlite3";

/** The file as the product opens it, without the product. */
export function openPlain(path: string): Database.Database {
  const connection = new Database(path);
  for (const pragma of [
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 5000",
    "cache_size = -65536",
    "mmap_size = 268435456",
    "wal_autocheckpoint = 8000",
    "temp_store = MEMORY",
  ])
    connection.pragma(pragma);
  return connection;
}
