// `npm run measure:export -- [rows]`: the memory that the log's workbook takes as it leaves, on a file of its own,
// in a process that has done nothing else.
import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { loadActor } from "~/auth/load-actor.server";
import { adoptConnection, closeDatabase, openDatabase, sqlite } from "~/db/client.server";
import { migrate } from "~/db/migrate.server";
import { exportSessions } from "~/features/coaching/export.server";
import { streamTable } from "~/lib/exported-table.server";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";

const [asked = "500000", given] = process.argv.slice(2);
const rows = Number(asked);
const folder = given ?? mkdtempSync(join(tmpdir(), "export-"));
process.env.DATA_DIR = folder;
const file = join(folder, "export.sqlite");
/** Of the process itself: pages of the file that the system maps, and takes back when it wants, are told apart. */
const mostMb = 300;

/** The same row again under other ids: what is measured is the reading and the writing. */
function copy(table: string, key: Record<string, string>): void {
  const columns = sqlite()
    .prepare<[], { name: string }>(`PRAGMA table_info(${table})`)
    .all()
    .map(({ name }) => name);
  const values = columns.map((name) => key[name] ?? `t.${name}`);
  sqlite().exec(`INSERT INTO ${table} (${columns.join(", ")})
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows - 1})
    SELECT ${values.join(", ")} FROM n, (SELECT * FROM ${table} LIMIT 1) AS t`);
}

/** A log of that many sessions, and who may export it. */
async function seed(): Promise<void> {
  adoptConnection(openDatabase(file));
  await migrate(sqlite(), { folder: resolve("drizzle"), geography: resolve("build/geo.sqlite") });
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const provider = makeProvider(facilitator, office);
  makeSession(facilitator, office, { providers: [provider.id], heldOn: "2026-01-05", note: "Fiche relue, photos triées." });
  const id = "printf('0190a0a0-0000-7000-8000-%012d', n.i)";
  copy("coaching_sessions", { id });
  copy("session_participants", { id, session_id: id });
  copy("session_facilitators", { session_id: id });
  closeDatabase();
}

/** Megabytes: all of the process, what is its own, and what it maps of files. */
function memory() {
  const status = readFileSync("/proc/self/status", "utf8");
  const read = (name: string) => Math.round(Number(status.match(new RegExp(`^${name}:\\s+(\\d+) kB`, "m"))?.[1] ?? 0) / 1000);
  return { all: read("VmRSS"), own: read("RssAnon"), mapped: read("RssFile") };
}

async function measure(): Promise<void> {
  adoptConnection(openDatabase(file));
  const userId = String(sqlite().prepare("SELECT facilitator_id FROM coaching_sessions LIMIT 1").pluck().get());
  const actor = loadActor(userId);
  if (!actor) throw new Error("nobody to export");
  const before = memory();
  const most = { ...before };
  const look = setInterval(() => {
    const now = memory();
    for (const key of ["all", "own", "mapped"] as const) most[key] = Math.max(most[key], now[key]);
  }, 50);
  const started = Date.now();
  const table = await exportSessions(actor, new Request("http://localhost/coaching/export.xlsx"));
  const to = join(folder, "log.xlsx");
  await pipeline(Readable.from(streamTable(table, "xlsx")), createWriteStream(to));
  clearInterval(look);
  const seconds = Math.round((Date.now() - started) / 1000);
  const fileMb = Math.round(statSync(to).size / 1e6);
  console.info(JSON.stringify({ rows: table.total, seconds, fileMb, beforeMb: before, mostMb: most }));
  process.exitCode = most.own < mostMb ? 0 : 1;
}

try {
  if (given) await measure();
  else {
    await seed();
    execFileSync("node_modules/.bin/tsx", ["scripts/export-memory.ts", asked, folder], { stdio: "inherit" });
  }
} finally {
  if (!given) rmSync(folder, { recursive: true, force: true });
}
