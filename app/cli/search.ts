import type { Actor } from "~/access/actor";
import { closeDatabase } from "~/db/client.server";
import { searchResources } from "~/features/resources/search.queries.server";

// `npm run search -- "mots" --json`: the shipped and shared resources that answer, best first.
const reader: Actor = {
  userId: "cli",
  name: "",
  locale: "fr",
  memberships: [],
  below: [],
  sharing: [],
  providerIds: [],
  currentOrganisationId: undefined,
};
const words = process.argv.slice(2).filter((word) => word !== "--json");
const rows = searchResources(reader, words.join(" ")).map(({ title, slug, score }) => ({ title, slug, score }));
if (process.argv.includes("--json")) console.log(JSON.stringify(rows));
else for (const row of rows) console.log(`${row.score.toFixed(2)}  ${row.title}  (${row.slug})`);
closeDatabase();
