// `npm run search:quality`: how well the search answers the query set (content/search/queries.json), on the shipped sheets.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { adoptConnection, openDatabase } from "~/db/client.server";
import { migrate } from "~/db/migrate.server";
import { measureSearch, readQuerySet } from "~/features/resources/search-quality.server";
import { syncShippedSheets } from "~/features/resources/shipped.commands.server";

const folder = mkdtempSync(join(tmpdir(), "balise-search-"));
const connection = openDatabase(join(folder, "search.sqlite"));
adoptConnection(connection);
await migrate(connection, { folder: resolve("drizzle") });
syncShippedSheets(resolve("content/sheets"));
const { groups, misses } = measureSearch(readQuerySet(resolve("content/search/queries.json")));
const shown = groups.map((one) => ({ ...one, recall: one.recall.toFixed(3), reciprocal: one.reciprocal.toFixed(3) }));
if (process.argv.includes("--json")) console.log(JSON.stringify({ groups, misses }));
else {
  console.table(shown);
  // What is kept apart is not looked at one by one: it would no longer be apart.
  for (const miss of misses.filter((one) => one.part === "tuned" || process.argv.includes("--all"))) {
    console.log(`${miss.words} → ${miss.found.join(", ")} (attendu : ${miss.expected.join(", ")})`);
  }
}
connection.close();
rmSync(folder, { recursive: true });
