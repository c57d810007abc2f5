import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { openTestDatabase } from "~/testing/database";
import { applyAll } from "~/testing/factories/import";
import { importOf, runJobs, sendFile } from "~/testing/factories/table-import";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { zipOf } from "~/testing/zip";
import { applyImport } from "./commands.server";
import { mapImport } from "./mapping.commands.server";
import { getImport } from "./queries.server";

openTestDatabase();

interface Way {
  /** The file as the office had it before. */
  before: string | Buffer;
  file: string | Buffer;
  fileName: string;
}

const hotel = readFileSync(resolve("app/features/imports/fixtures/datatourisme-2020.json"), "utf8");
/** A listing like the first one: every third of an owner met before. */
const listing = (number: number, name = `Hôtel ${number}`) =>
  hotel
    .replaceAll("HOTZZZ0370000001", `HOTZZZ037${String(number).padStart(7, "0")}`)
    .replaceAll("11111111-aaaa-3333-bbbb-000000000001", `11111111-aaaa-3333-bbbb-${String(number).padStart(12, "0")}`)
    .replaceAll("The Alder Hotel", name)
    .replaceAll(/alder\.example/gi, number % 3 === 0 ? "alder.example" : `hotel-${number}.example`);
const flux = (listings: readonly string[]) =>
  zipOf({
    "context.jsonld": "{}",
    "index.json": "[]",
    ...Object.fromEntries(listings.map((one, place) => [`objects/${place % 4}/${place}.json`, one])),
  });
const numbers = Array.from({ length: 240 }, (_, place) => place + 1);

const titles = "Qui;Sorte;Localité;Joindre;Écrire à";
const row = (number: number, kind = "Meublé") =>
  `Gîte ${number};${kind};Soulac-sur-Mer;01 99 00 ${String(number % 100).padStart(2, "0")} 01;gite${number % 50}@essai.example`;
const table = (rows: readonly string[]) => ["sep=;", titles, ...rows].join("\r\n");

const ways: [string, Way][] = [
  [
    "a DATAtourisme flux with listings changed, new and broken",
    {
      before: flux(numbers.slice(0, 20).map((number) => listing(number))),
      file: flux([...numbers.map((number) => listing(number, number < 6 ? `Renommé ${number}` : undefined)), '{"@id": ']),
      fileName: "flux.zip",
    },
  ],
  [
    "a CSV with the columns that the office gave its titles",
    {
      before: table([row(1)]),
      file: table([...numbers.map((number) => row(number)), row(1, "Hôtel"), row(300, "Autre chose"), ";;;;"]),
      fileName: "hebergeurs.csv",
    },
  ],
];

let tables: string[] = [];
beforeAll(() => {
  const named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
  tables = sqlite()
    .prepare(named)
    .pluck()
    .all()
    .map(String)
    // The two ways differ in what they ask of the background, and in the trace of who asked.
    .filter((name) => !["jobs", "audit_entries", "idempotency_keys"].includes(name));
});

it.each(ways)(
  "writes the same rows by the command line as by an upload: %s",
  async (_label, { before, file, fileName }) => {
    const office = makeOrganisation();
    const facilitator = makeMember(office.id, "facilitator");
    const first = await sendFile(facilitator, office, { content: before, fileName });
    if (getImport(facilitator, first).state === "to_map") {
      const columns: ["name", "type", "commune", "phone", "email"] = ["name", "type", "commune", "phone", "email"];
      mapImport(facilitator, importOf(facilitator, first), { content: "listings", columns });
      await runJobs();
    }
    applyAll(facilitator, first);

    const folder = mkdtempSync(join(tmpdir(), "two-ways-"));
    const [copy, path] = [join(folder, "copy.sqlite"), join(folder, fileName)];
    sqlite().prepare("VACUUM INTO ?").run(copy);
    writeFileSync(path, file);
    execFileSync("npx", ["tsx", "app/cli/import.ts", path, "--office", office.slug], {
      env: { ...process.env, DATABASE_PATH: copy, DATA_DIR: folder },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const byCommand = new Database(copy, { readonly: true });

    const second = await sendFile(facilitator, office, { content: file, fileName });
    expect(getImport(facilitator, second).state).toBe("to_review");
    applyImport(facilitator, importOf(facilitator, second));
    await runJobs();
    expect(sqlite().prepare("SELECT count(*) FROM establishments WHERE owner_id = ?").pluck().get(office.id)).toBeGreaterThan(
      200,
    );
    for (const name of tables) expect({ name, rows: rowsOf(sqlite(), name) }).toEqual({ name, rows: rowsOf(byCommand, name) });
    byCommand.close();
  },
  60_000,
);

/** A table's rows without ids and times, in an order of their own; an upload alone keeps the columns that its screen shows. */
function rowsOf(connection: Database.Database, name: string): string[] {
  const bare = name === "imports" ? ", NULL AS mapping, NULL AS sample" : "";
  const rows = connection.prepare(`SELECT *${bare} FROM "${name}"`).all();
  return rows.map((one) => JSON.stringify(one, plain)).sort();
}

/** An id, or who imports from the command line. */
const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|command-line/g;
function plain(key: string, value: unknown): unknown {
  if (/_at$/.test(key)) return typeof value === "number" ? "time" : value;
  return typeof value === "string" ? value.replace(anyId, "id") : value;
}
