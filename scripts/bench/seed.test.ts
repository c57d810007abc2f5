import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { checkFigures } from "~/features/figures/rebuild.server";
import { seedFile } from "./seed";

const folder = mkdtempSync(join(tmpdir(), "balise-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const size = { name: "tiny", offices: 3, providers: 30, sessions: 200 };

describe("the generated file", () => {
  it("has whole references, summaries equal to its facts, and is the same for the same day", async () => {
    const [first, second] = [join(folder, "a.sqlite"), join(folder, "b.sqlite")];
    for (const path of [first, second]) await seedFile({ path, size, today: "2026-11-24" });
    const [a, b] = [new Database(first), new Database(second)];
    expect(a.pragma("foreign_key_check")).toEqual([]);
    expect(checkFigures(a)).toEqual([]);
    expect(a.prepare("SELECT count(*) FROM coaching_sessions").pluck().get()).toBe(200);
    expect(a.prepare("SELECT count(*) FROM providers").pluck().get()).toBe(30);
    for (const table of ["coaching_sessions", "session_participants", "providers", "actions", "provider_months"]) {
      const rows = `SELECT * FROM ${table} ORDER BY 1, 2, 3`;
      expect(a.prepare(rows).all()).toEqual(b.prepare(rows).all());
    }
    // A summary that a hand changed is found.
    a.exec("UPDATE month_summaries SET supports = supports + 1 WHERE rowid = (SELECT min(rowid) FROM month_summaries)");
    expect(checkFigures(a)).not.toEqual([]);
    a.close();
    b.close();
  });
});
