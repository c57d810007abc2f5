import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backUp, restore } from "./backup.server";
import { openDatabase } from "./client.server";

const instant = Date.parse("2026-11-24T10:00:00Z");
let dataDir = "";
let database = "";

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "balise-backup-"));
  database = join(dataDir, "balise.sqlite");
  const connection = openDatabase(database);
  connection.exec("CREATE TABLE installation (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)");
  connection.close();
  write("running", "1");
  write("name", "avant");
  mkdirSync(join(dataDir, "files"));
  writeFileSync(join(dataDir, "files", "photo"), "avant");
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function write(key: string, value: string): void {
  const connection = openDatabase(database);
  connection.prepare("INSERT OR REPLACE INTO installation (key, value) VALUES (?, ?)").run(key, value);
  connection.close();
}

function read(path: string): unknown {
  const connection = openDatabase(path);
  const rows = connection.prepare("SELECT key, value FROM installation ORDER BY key").all();
  connection.close();
  return rows;
}

async function copyOpenFile(): Promise<string> {
  const connection = openDatabase(database);
  try {
    return await backUp(connection, dataDir, instant);
  } finally {
    connection.close();
  }
}

const target = () => ({ database, dataDir });

describe("a backup", () => {
  it("brings back the base and the files as they were, and keeps what it replaces", async () => {
    const copy = await copyOpenFile();
    write("name", "après");
    writeFileSync(join(dataDir, "files", "photo"), "après");
    const { kept, hasFiles } = restore(copy, target(), instant);
    expect(read(database)).toEqual([{ key: "name", value: "avant" }]);
    expect(hasFiles).toBe(true);
    expect(readFileSync(join(dataDir, "files", "photo"), "utf8")).toBe("avant");
    expect(read(kept ?? "")).toContainEqual({ key: "name", value: "après" });
    expect(existsSync(`${database}.restauration`)).toBe(false);
  });

  it("never plays the log of the replaced base over the restored one", async () => {
    const copy = await copyOpenFile();
    writeFileSync(database, "ceci n'est plus une base");
    writeFileSync(`${database}-wal`, "reste d'un arrêt brutal");
    restore(copy, target(), instant);
    expect(read(database)).toEqual([{ key: "name", value: "avant" }]);
  });

  it("is not restored while somebody has the base open, even idle", async () => {
    const copy = await copyOpenFile();
    write("name", "après");
    const server = openDatabase(database);
    server.prepare("SELECT * FROM installation").all();
    expect(() => restore(copy, target(), instant)).toThrow("arrêtez-le");
    expect(server.prepare("SELECT value FROM installation WHERE key = 'name'").pluck().get()).toBe("après");
    server.close();
    restore(copy, target(), instant);
    expect(read(database)).toEqual([{ key: "name", value: "avant" }]);
  });

  it("that is damaged, missing or something else is refused and changes nothing", async () => {
    const copy = await copyOpenFile();
    const bytes = readFileSync(copy);
    writeFileSync(copy, bytes.subarray(0, bytes.length / 2));
    const other = join(dataDir, "autre.sqlite");
    openDatabase(other).exec("CREATE TABLE a (b); PRAGMA journal_mode = DELETE").close();
    for (const wrong of [copy, other, join(dataDir, "absent.sqlite"), database]) {
      expect(() => restore(wrong, target(), instant)).toThrow();
    }
    expect(read(database)).toContainEqual({ key: "name", value: "avant" });
  });
});
