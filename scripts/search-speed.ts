// `npm run search:speed`: how long the search takes on a library of 20,000 resources (--resources N), made of the
// sentences of the shipped sheets in another order: the same words as often, so that common ones fill long lists.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { adoptConnection, openDatabase } from "~/db/client.server";
import { migrate } from "~/db/migrate.server";
import { searchResources } from "~/features/resources/search.queries.server";
import { rebuildResourceIndex } from "~/features/resources/search-index.commands.server";
import { anyReader, readQuerySet } from "~/features/resources/search-quality.server";
import { readShippedSheets } from "~/features/resources/shipped.commands.server";

const { values } = parseArgs({ options: { resources: { type: "string", default: "20000" } } });
const count = Number(values.resources);
const folder = mkdtempSync(join(tmpdir(), "balise-speed-"));
const connection = openDatabase(join(folder, "speed.sqlite"));
adoptConnection(connection);
await migrate(connection, { folder: resolve("drizzle") });

let state = 7;
const below = (most: number) => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state % most;
};
const sheets = readShippedSheets(resolve("content/sheets"));
const sentences = sheets.flatMap((sheet) => sheet.body.split(/(?<=[.:?])\s+/)).filter((one) => one.length > 20);
const pick = <T>(list: readonly T[]): T => {
  const one = list[below(list.length)];
  if (one === undefined) throw new Error("empty list");
  return one;
};
const insert = connection.prepare(
  `INSERT INTO resources (id, owner_id, slug, kind, title, summary, body, keywords, theme, visibility, created_at)
   VALUES (@id, NULL, @id, 'sheet', @title, @summary, @body, @keywords, @theme, 'network', 0)`,
);
connection.transaction(() => {
  for (let number = 0; number < count; number += 1) {
    const [one, other] = [pick(sheets), pick(sheets)];
    const words = [...one.title.split(" "), ...other.title.split(" ")];
    const title = Array.from({ length: 7 }, () => pick(words)).join(" ");
    const body = Array.from({ length: 20 }, () => pick(sentences)).join(" ");
    insert.run({ id: `r-${number}`, title, summary: pick(sheets).summary, body, keywords: one.keywords, theme: one.theme });
  }
})();
const began = performance.now();
rebuildResourceIndex();
console.log(`${count} resources indexed in ${((performance.now() - began) / 1000).toFixed(1)} s`);

const queries = readQuerySet(resolve("content/search/queries.json")).map((query) => query.words);
const cold = time(queries[0] ?? "avis");
const times = Array.from({ length: 3 }, () => queries.map(time)).flat();
show("by the clock", (one) => one.ms);
show("of the processor (what a quiet machine takes)", (one) => one.cpu);
console.log(`first, with nothing in memory: ${cold.ms.toFixed(1)} ms, ${cold.cpu.toFixed(1)} ms of the processor`);
connection.close();
rmSync(folder, { recursive: true });

function time(words: string) {
  const start = performance.now();
  const used = process.cpuUsage();
  searchResources(anyReader, words);
  const { user, system } = process.cpuUsage(used);
  return { words, ms: performance.now() - start, cpu: (user + system) / 1000 };
}

function show(label: string, of: (one: ReturnType<typeof time>) => number): void {
  const sorted = [...times].sort((one, other) => of(one) - of(other));
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const parts = [["median", 0.5] as const, ["p95", 0.95] as const, ["p99", 0.99] as const, ["worst", 1] as const].map(
    ([name, share]) => {
      const one = at(share);
      return one ? `${name} ${of(one).toFixed(1)} ms (« ${one.words} »)` : name;
    },
  );
  console.log(`${label}: ${parts.join(", ")}`);
}
