// Writes build/geo.sqlite: communes, postcodes and EPCI of the official data (domain 2.5).
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import Database from "better-sqlite3";
import { z } from "zod";
import { fold } from "../app/lib/fold";

const require = createRequire(import.meta.url);
const source = (name: string) => require.resolve(`@etalab/decoupage-administratif/data/${name}.json`);
const read = <T>(name: string, schema: z.ZodType<T>): T => schema.parse(JSON.parse(readFileSync(source(name), "utf8")));

const commune = z.object({
  code: z.string(),
  nom: z.string(),
  departement: z.string().optional(),
  collectiviteOutremer: z.object({ code: z.string() }).optional(),
  type: z.string(),
  codesPostaux: z.array(z.string()).optional(),
  population: z.number().optional(),
  chefLieu: z.string().optional(),
  commune: z.string().optional(),
});
const epci = z.object({ code: z.string(), nom: z.string(), membres: z.array(z.object({ code: z.string() })) });

export function buildGeography(path: string): void {
  const { version } = z.object({ version: z.string() }).parse(require("@etalab/decoupage-administratif/package.json"));
  rmSync(path, { force: true });
  mkdirSync("build", { recursive: true });
  const geo = new Database(path);
  geo.pragma("journal_mode = OFF");
  geo.exec(`
    CREATE TABLE edition (edition TEXT NOT NULL) STRICT;
    CREATE TABLE communes (insee_code TEXT PRIMARY KEY, name TEXT, search_text TEXT, departement TEXT, epci_code TEXT, population INTEGER, current_insee_code TEXT) STRICT;
    CREATE TABLE commune_postcodes (postcode TEXT, insee_code TEXT, PRIMARY KEY (postcode, insee_code)) STRICT;
    CREATE TABLE epcis (code TEXT PRIMARY KEY, name TEXT, search_text TEXT) STRICT;
  `);
  const fill = geo.transaction(() => {
    geo.prepare("INSERT INTO edition VALUES (?)").run(`${version}-1`);
    const groups = read("epci", z.array(epci));
    const insertEpci = geo.prepare("INSERT INTO epcis VALUES (?, ?, ?)");
    for (const group of groups) insertEpci.run(group.code, group.nom, fold(group.nom));
    const epciOf = new Map(groups.flatMap((group) => group.membres.map((member) => [member.code, group.code] as const)));
    // Current communes first: where a delegated one keeps its seat's code, the current row stands.
    const rows = read("communes", z.array(commune));
    rows.sort((a, b) => Number(b.type === "commune-actuelle") - Number(a.type === "commune-actuelle"));
    for (const row of rows) insertCommune(geo, row, epciOf);
  });
  fill();
  geo.close();
}

function insertCommune(geo: Database.Database, row: z.output<typeof commune>, epciOf: ReadonlyMap<string, string>): void {
  const current = currentCodeOf(row);
  const departement = row.departement ?? row.collectiviteOutremer?.code ?? row.code.slice(0, 2);
  const group = epciOf.get(current ?? row.code) ?? null;
  geo
    .prepare("INSERT OR IGNORE INTO communes VALUES (?, ?, ?, ?, ?, ?, ?)")
    .run(row.code, row.nom, fold(row.nom), departement, group, row.population ?? null, current);
  const insertPostcode = geo.prepare("INSERT OR IGNORE INTO commune_postcodes VALUES (?, ?)");
  for (const postcode of row.codesPostaux ?? []) insertPostcode.run(postcode, row.code);
}

/** The commune that a delegated, associated or district one now belongs to; null for a current commune. */
function currentCodeOf(row: z.output<typeof commune>): string | null {
  if (row.type === "commune-actuelle") return null;
  const code = row.chefLieu ?? row.commune ?? null;
  return code === row.code ? null : code;
}
