import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { adoptConnection, closeDatabase, lazyCommits, openDatabase, sqlite } from "./client.server";

const folder = mkdtempSync(join(tmpdir(), "lazy-"));
beforeAll(() => {
  adoptConnection(openDatabase(join(folder, "lazy.sqlite")));
  sqlite().exec("CREATE TABLE notes (text TEXT) STRICT");
});
afterAll(() => {
  closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

const [full, normal] = [2, 1];
const synchronous = () => sqlite().pragma("synchronous", { simple: true });
const write = () => sqlite().prepare("INSERT INTO notes VALUES ('un')").run();

it("waits for no disk in its own commits, and every other one does", () => {
  expect(synchronous()).toBe(full);
  lazyCommits(() => {
    expect(synchronous()).toBe(normal);
    write();
  });
  expect(synchronous()).toBe(full);
  expect(sqlite().prepare("SELECT count(*) FROM notes").pluck().get()).toBe(1);
});

it("waits again after a failure", () => {
  const fail = () => {
    throw new Error("no");
  };
  expect(() => lazyCommits(fail)).toThrow("no");
  expect(synchronous()).toBe(full);
});

it("changes nothing of a transaction that is open already: its end is somebody's answer", () => {
  const inside = sqlite().transaction(() =>
    lazyCommits(() => {
      write();
      return synchronous();
    }),
  );
  expect(inside.immediate()).toBe(full);
  expect(synchronous()).toBe(full);
});
