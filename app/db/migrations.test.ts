import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { migrate } from "./migrate.server";

const folder = resolve("drizzle");
const journal = z
  .object({ entries: z.array(z.object({ idx: z.number(), when: z.number(), tag: z.string() })) })
  .parse(JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")));
const work = mkdtempSync(join(tmpdir(), "balise-migrations-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const tablesOf = (file: Database.Database) =>
  file
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
    .pluck()
    .all();
const isOurs = (name: string) => !/^(sqlite_|__drizzle|resources_index)/.test(name);

async function openAt(tag: string, name = tag): Promise<Database.Database> {
  const until = journal.entries.findIndex((entry) => entry.tag === tag);
  const copy = join(work, `folder-${tag}`);
  cpSync(folder, copy, { recursive: true });
  const entries = journal.entries.slice(0, until + 1);
  writeFileSync(join(copy, "meta/_journal.json"), JSON.stringify({ version: "7", dialect: "sqlite", entries }));
  const file = new Database(join(work, `${name}.sqlite`));
  await migrate(file, { folder: copy });
  return file;
}

/** A row in every table, its values made of the columns' types; references are not followed. */
function fill(file: Database.Database): void {
  file.pragma("foreign_keys = OFF");
  for (const table of tablesOf(file).filter(isOurs)) {
    const columns = z
      .array(z.object({ name: z.string(), type: z.string(), pk: z.number() }))
      .parse(file.pragma(`table_info(${table})`));
    const values = columns.map((column) => (column.type.toLowerCase() === "text" ? `${table}-1` : 1));
    const names = columns.map((column) => `"${column.name}"`).join(", ");
    file.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => "?").join(", ")})`).run(values);
  }
}

describe("the migrations", () => {
  it("are in the order of their times", () => {
    const times = journal.entries.map((entry) => entry.when);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it("make every table strict, with the triggers that the rules stand on", async () => {
    const file = await openAt(journal.entries.at(-1)?.tag ?? "");
    const list = z.array(z.object({ name: z.string(), strict: z.number(), type: z.string() })).parse(file.pragma("table_list"));
    const loose = list.filter((row) => row.type === "table" && isOurs(row.name) && row.strict === 0);
    expect(loose.map((row) => row.name)).toEqual([]);
    const triggers = file
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
      .pluck()
      .all();
    expect(triggers).toEqual([
      "audit_entries_no_delete",
      "audit_entries_no_update",
      "establishments_closed_added",
      "establishments_closed_changed",
      "establishments_closed_removed",
      "month_summaries_added",
      "month_summaries_changed",
      "month_summaries_removed",
      "office_totals_added",
      "office_totals_changed",
      "office_totals_removed",
      "organisations_above",
      "provider_closures_kept",
      "provider_months_added",
      "provider_months_removed",
      "providers_closed_changed",
      "providers_closed_met",
      "providers_closed_removed",
      "providers_known_added",
      "providers_known_changed",
      "providers_known_removed",
      "states_closed_added",
      "states_closed_changed",
      "states_closed_removed",
    ]);
    file.close();
  });

  it.each(journal.entries.slice(0, -1).map((entry) => entry.tag))(
    "bring a filled file of %s up to date with every row kept",
    async (tag) => {
      const file = await openAt(tag);
      fill(file);
      const count = (table: string) => file.prepare(`SELECT count(*) FROM "${table}"`).pluck().get();
      const before = new Map(
        tablesOf(file)
          .filter(isOurs)
          .map((table) => [table, count(table)]),
      );
      // The made-up rows refer to nothing: only their survival is looked at here.
      await migrate(file, { folder }).catch((error: Error) => expect(error.message).toMatch(/références cassées/));
      for (const [table, rows] of before) expect([table, count(table)]).toEqual([table, rows]);
      file.close();
    },
  );
});

describe("what is derived from the facts", () => {
  it("is computed anew when an older file is brought up to date, and not for a new or a current one", async () => {
    const derived: string[] = [];
    const older = await openAt(journal.entries.at(-2)?.tag ?? "", "older");
    await migrate(older, { folder, derive: () => derived.push("older") });
    await migrate(older, { folder, derive: () => derived.push("current") });
    const fresh = new Database(join(work, "fresh.sqlite"));
    await migrate(fresh, { folder, derive: () => derived.push("fresh") });
    expect(derived).toEqual(["older"]);
    older.close();
    fresh.close();
  });
});

describe("the audit table", () => {
  it("refuses to be changed or emptied", async () => {
    const file = await openAt(journal.entries.at(-1)?.tag ?? "");
    file.exec("INSERT INTO audit_entries (actor_id, command, subject_id, at, hash) VALUES ('a', 'b', 'c', 1, 'd')");
    expect(() => file.exec("UPDATE audit_entries SET actor_id = 'x'")).toThrow(/append-only/);
    expect(() => file.exec("DELETE FROM audit_entries")).toThrow(/append-only/);
    file.close();
  });
});
