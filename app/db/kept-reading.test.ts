import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openTestDatabase } from "~/testing/database";
import { sqlite } from "./client.server";
import { keptReading } from "./kept-reading.server";

openTestDatabase();

function counting(key: string) {
  let times = 0;
  return () => keptReading(key, () => ++times);
}

test("a reading is kept until this process writes", () => {
  const read = counting("own");
  expect([read(), read()]).toEqual([1, 1]);
  sqlite().prepare("INSERT INTO installation (key, value) VALUES ('kept-reading', '1')").run();
  expect([read(), read()]).toEqual([2, 2]);
  sqlite().prepare("DELETE FROM installation WHERE key = 'kept-reading'").run();
  expect(read()).toBe(3);
});

test("a reading is kept until another process writes", () => {
  const read = counting("others");
  expect([read(), read()]).toEqual([1, 1]);
  const other = new Database(sqlite().name);
  other.prepare("INSERT INTO installation (key, value) VALUES ('kept-elsewhere', '1')").run();
  other.prepare("DELETE FROM installation WHERE key = 'kept-elsewhere'").run();
  other.close();
  expect(read()).toBe(2);
});

test("what a transaction sees is not kept, as it may be taken back", () => {
  const count = () => keptReading("rows", () => sqlite().prepare("SELECT count(*) FROM installation").pluck().get());
  const before = count();
  const taken = sqlite().transaction(() => {
    sqlite().prepare("INSERT INTO installation (key, value) VALUES ('taken-back', '1')").run();
    expect(count()).toBe(Number(before) + 1);
    throw new Error("taken back");
  });
  expect(taken).toThrow("taken back");
  expect(count()).toBe(before);
});
