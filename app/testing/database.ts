import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll } from "vitest";
import { forgetLucia } from "~/auth/lucia.server";
import { adoptConnection, closeDatabase } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { templatePath } from "./template-database";

/** A real file of its own for this test file; the clock stands at `at` where given (ISO instant). */
export function openTestDatabase(options: { at?: string } = {}): void {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "balise-test-"));
    const path = join(folder, "test.sqlite");
    copyFileSync(templatePath, path);
    process.env.DATABASE_PATH = path;
    const connection = new Database(path);
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = OFF");
    connection.pragma("foreign_keys = ON");
    adoptConnection(connection);
    forgetLucia();
    const { at } = options;
    if (at) setClock(() => Date.parse(at));
  });
  afterAll(() => {
    setClock(undefined);
    closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  });
}
