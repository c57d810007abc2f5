import type Database from "better-sqlite3";

type Call = (this: Database.Statement, ...given: unknown[]) => unknown;
const calls = ["all", "get", "run"] as const;

/** From now on, tells the milliseconds that this process has spent inside SQLite's statements, rows handed over included. */
export function watchStatements(connection: Database.Database): () => number {
  const statements = Object.getPrototypeOf(connection.prepare("SELECT 1"));
  let spent = 0n;
  for (const name of calls) {
    const call: Call = statements[name];
    statements[name] = function (this: Database.Statement, ...given: unknown[]) {
      const start = process.hrtime.bigint();
      try {
        return call.apply(this, given);
      } finally {
        spent += process.hrtime.bigint() - start;
      }
    };
  }
  return () => Number(spent) / 1e6;
}
