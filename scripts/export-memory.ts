// `npm run measure:export -- [rows]`: the memory that the log's workbook takes as it leaves, on a file of its own.
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { adoptConnection, openDatabase, sqlite } from "~/db/client.server";
import { migrate } from "~/db/migrate.server";
import { exportSessions } from "~/features/coaching/export.server";
import { streamTable } from "~/lib/exported-table.server";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";

const rows = Number(process.argv[2] ?? 500_000);
const folder = mkdtempSync(join(tmpdir(), "export-"));
process.env.DATA_DIR = folder;

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

try {
  adoptConnection(openDatabase(join(folder, "export.sqlite")));
  await migrate(sqlite(), { folder: resolve("drizzle"), geography: resolve("build/geo.sqlite") });
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const provider = makeProvider(facilitator, office);
  makeSession(facilitator, office, { providers: [provider.id], heldOn: "2026-01-05", note: "Fiche relue, photos triées." });
  const id = "printf('0190a0a0-0000-7000-8000-%012d', n.i)";
  copy("coaching_sessions", { id });
  copy("session_participants", { id, session_id: id });
  copy("session_facilitators", { session_id: id });
  let most = 0;
  const before = process.memoryUsage().rss;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const started = Date.now();
  const table = await exportSessions(facilitator, new Request("http://localhost/coaching/export.xlsx"));
  const to = join(folder, "log.xlsx");
  await pipeline(Readable.from(streamTable(table, "xlsx")), createWriteStream(to));
  clearInterval(look);
  const mega = (bytes: number) => Math.round(bytes / 1e6);
  const measured = { rows: table.total, seconds: Math.round((Date.now() - started) / 1000), fileMb: mega(statSync(to).size) };
  console.info(JSON.stringify({ ...measured, rssBeforeMb: mega(before), rssMostMb: mega(most) }));
  process.exitCode = most < 300_000_000 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
