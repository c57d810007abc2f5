import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { type Placeholder, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { config } from "~/config.server";

/** What each pragma must read back as after opening (design 3.2). */
const pragmas: Record<string, string | number> = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  cache_size: -65_536,
  mmap_size: 268_435_456,
  wal_autocheckpoint: 8000,
  journal_size_limit: 67_108_864,
  temp_store: 2,
};

/** Opens a business file with the pragmas of design 3.2; throws if one does not read back. */
export function openDatabase(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const connection = new Database(path);
  for (const [name, value] of Object.entries(pragmas)) {
    connection.pragma(`${name} = ${value}`);
    const read = connection.pragma(name, { simple: true });
    if (read !== value) throw new Error(`SQLite refuse ${name} = ${value} (lu : ${read})`);
  }
  return connection;
}

let connection: Database.Database | undefined;
let orm: ReturnType<typeof makeOrm> | undefined;

/** The process's one connection. */
export function sqlite(): Database.Database {
  connection ??= openDatabase(config().databasePath);
  return connection;
}

/** Drizzle over the process's one connection. */
export function db() {
  orm ??= makeOrm(sqlite());
  return orm;
}

/** A query built and prepared once a connection, for what every request or every saving asks: its values come by `sql.placeholder`. */
export function builtOnce<Query>(build: (orm: ReturnType<typeof makeOrm>) => Query): () => Query {
  const built = new WeakMap<object, Query>();
  return () => {
    const orm = db();
    const query = built.get(orm) ?? build(orm);
    built.set(orm, query);
    return query;
  };
}

/** Columns whose values come when a query built once is run, each under its own name. */
export function given<Name extends string>(...names: Name[]): Record<Name, Placeholder<Name>> {
  const columns: Partial<Record<Name, Placeholder<Name>>> = {};
  for (const name of names) columns[name] = sql.placeholder(name);
  return columns as Record<Name, Placeholder<Name>>;
}

const ownStatements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A statement of SQL written by hand, prepared once a connection: for what every request asks. Its text is a constant. */
export function prepared<Values extends unknown[], Row>(text: string): Database.Statement<Values, Row> {
  const open = sqlite();
  const kept = ownStatements.get(open) ?? new Map<string, Database.Statement>();
  ownStatements.set(open, kept);
  const statement = kept.get(text) ?? open.prepare(text);
  kept.set(text, statement);
  return statement as Database.Statement<Values, Row>;
}

/**
 * Runs work whose commits do not wait for the disk: a power cut may take the last of them, never one without those after
 * it, and the next commit of anything else keeps them all. For background work that goes on where its last kept commit
 * stopped, and for nothing that a person was told is saved. Changes nothing inside a transaction.
 */
export function lazyCommits<T>(work: () => T): T {
  const open = sqlite();
  const before = open.pragma("synchronous", { simple: true });
  if (open.inTransaction || before !== pragmas.synchronous) return work();
  open.pragma("synchronous = NORMAL");
  try {
    return work();
  } finally {
    open.pragma(`synchronous = ${pragmas.synchronous}`);
  }
}

/** Closes the connection, so that the next use opens afresh (stop, restore, tests). */
export function closeDatabase(): void {
  connection?.close();
  connection = undefined;
  orm = undefined;
}

/** Makes an already open connection the process's one (tests, command-line tools). */
export function adoptConnection(other: Database.Database): void {
  connection = other;
  orm = makeOrm(other);
}

function makeOrm(open: Database.Database) {
  return drizzle(withKeptStatements(open), { casing: "snake_case" });
}

const keptStatements = 400;

/** The same connection, for Drizzle alone, which would prepare each query anew: the statements last used stay prepared. */
function withKeptStatements(open: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>();
  const prepare = (text: string) => {
    const statement = kept.get(text) ?? open.prepare(text);
    kept.delete(text);
    kept.set(text, statement);
    const [oldest] = kept.keys();
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
    return statement.reader ? statement.raw(false) : statement;
  };
  return Object.create(open, { prepare: { value: prepare } });
}
