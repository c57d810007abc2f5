// `npm run measure:kills -- [kills]`: a process that logs sessions is killed (`kill -9`) in full work, a thousand times:
// what it said was saved must be there, whole, with its summaries (docs/performance.md, G8).
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { adoptConnection, closeDatabase, openDatabase, sqlite } from "~/db/client.server";
import { migrate } from "~/db/migrate.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { bundleAsShipped } from "./bench/bundle";

const kills = Number(process.argv[2] ?? 1000);
const checkedEvery = 50;
/** Where a build, which empties its folder, leaves them alone. */
const writers = "data/bench";
const folder = mkdtempSync(join(tmpdir(), "kills-"));
const file = join(folder, "kills.sqlite");

/** What the file holds of what was said to be saved; throws where it is not whole. */
function check(said: ReadonlySet<string>, killed: number): void {
  adoptConnection(openDatabase(file));
  const kept = new Set(sqlite().prepare<[], string>("SELECT id FROM coaching_sessions").pluck().all());
  const lost = [...said].filter((id) => !kept.has(id));
  const differences = checkFigures(sqlite());
  const integrity = sqlite().pragma("integrity_check", { simple: true });
  const keys = sqlite().prepare("SELECT count(*) FROM idempotency_keys WHERE command = 'coaching.log'").pluck().get();
  const orphans = Number(
    sqlite()
      .prepare(
        "SELECT count(*) FROM coaching_sessions s WHERE NOT EXISTS (SELECT 1 FROM session_participants p WHERE p.session_id = s.id)",
      )
      .pluck()
      .get(),
  );
  closeDatabase();
  const isWhole = lost.length === 0 && differences.length === 0 && integrity === "ok" && orphans === 0 && keys === kept.size;
  const found = {
    killed,
    said: said.size,
    kept: kept.size,
    lost: lost.length,
    differences: differences.length,
    integrity,
    orphans,
  };
  console.log(JSON.stringify(found));
  if (!isWhole) throw new Error("something that was saved is lost or not whole");
}

/** One process, killed some milliseconds after its first session; its ids are added to `said`. */
function runAndKill(words: readonly string[], said: Set<string>): Promise<void> {
  const child = spawn(process.execPath, [`${writers}/kill-writer.js`, file, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  let isToBeKilled = false;
  child.stdout.on("data", (part: Buffer) => {
    text += part.toString();
    if (isToBeKilled) return;
    isToBeKilled = true;
    setTimeout(() => child.kill("SIGKILL"), Math.random() * 150);
  });
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code, signal) => {
      if (signal !== "SIGKILL") return failed(new Error(`the writer stopped by itself with ${code}`));
      // The last line may be cut: an id that was not said whole was not said.
      for (const id of text.split("\n").slice(0, -1)) said.add(id);
      done();
    });
  });
}

await bundleAsShipped(["scripts/bench/kill-writer.ts"], writers);
adoptConnection(openDatabase(file));
await migrate(sqlite(), { folder: resolve("drizzle") });
const office = makeOrganisation();
const facilitator = makeMember(office.id, "facilitator");
const words = [facilitator.userId, office.id, makeProvider(facilitator, office).id];
closeDatabase();
const said = new Set<string>();
const started = performance.now();
for (let killed = 1; killed <= kills; killed++) {
  await runAndKill(words, said);
  if (killed % checkedEvery === 0 || killed === kills) check(said, killed);
}
rmSync(folder, { recursive: true, force: true });
console.log(
  `${kills} kills, ${said.size} sessions said to be saved, none lost, in ${((performance.now() - started) / 1000).toFixed(0)} s`,
);
