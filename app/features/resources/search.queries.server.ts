import { and, asc, count, inArray, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { fitOf } from "./fit.model";
import { readFit } from "./fit.queries.server";
import { countByStem, readLexicon } from "./lexicon.server";
import { listedColumns, matching, type ResourceFilter } from "./queries.server";
import { type Alternative, type Thought, thoughtsOf } from "./search-query.model";
import { scoreOf } from "./search-rank.model";

/** What is read to choose from: enough that the best is among them, few enough to be weighed one by one. */
const readAtMost = { all: 150, shown: 150, any: 100 } as const;
const bm25 = sql`bm25(resources_index, 12.0, 8.0, 5.0, 1.0, 0.5)`;
const indexed = {
  title: sql<string>`resources_index.title`,
  keywords: sql<string>`resources_index.keywords`,
  summary: sql<string>`resources_index.summary`,
  body: sql<string>`resources_index.body`,
  file: sql<string>`resources_index.file`,
};

/** The resources that answer these words, best first with their scores (higher is better), as many as were weighed. */
export function searchResources(actor: Actor, words: string, filter: Omit<ResourceFilter, "q"> = {}) {
  const thoughts = thoughtsOf(words, readLexicon());
  if (thoughts.length === 0) return [];
  const numbers = chooseCandidates(thoughts, matching(actor, filter));
  const rarity = rarityOf(thoughts);
  const fit = readFit(actor, filter.forKind);
  return readCandidates(numbers)
    .map(({ text, ...row }) => ({ ...row, score: scoreOf(text, thoughts, rarity) * fitOf(row, fit) }))
    .filter((row) => row.score > 0.05)
    .sort((a, b) => b.score - a.score || a.title.localeCompare(b.title, "fr"))
    .filter((row, _, all) => row.score >= (all[0]?.score ?? 0) * 0.12);
}

/** Those that say every thought, and those whose title, summary or keywords say one; when these are few, those that say any. */
function chooseCandidates(thoughts: readonly Thought[], shown: SQL | undefined): Set<number> {
  const asked = thoughts.filter((thought) => thought.part === 1).map(expressionOf);
  const any = thoughts.map(expressionOf).join(" OR ");
  const chosen = new Set(numbersOf(asked.join(" AND "), shown, readAtMost.all));
  for (const number of numbersOf(`{title keywords summary} : (${any})`, shown, readAtMost.shown)) chosen.add(number);
  if (chosen.size < 20) for (const number of numbersOf(any, shown, readAtMost.any)) chosen.add(number);
  return chosen;
}

function numbersOf(match: string, shown: SQL | undefined, limit: number): number[] {
  const rows = db()
    .select({ number: resources.number })
    .from(resources)
    .innerJoin(sql`resources_index`, sql`resources_index.rowid = ${resources.number}`)
    .where(and(sql`resources_index MATCH ${match}`, shown))
    .orderBy(asc(bm25))
    .limit(limit)
    .all();
  return rows.map((row) => row.number);
}

function readCandidates(numbers: ReadonlySet<number>) {
  return db()
    .select({ ...listedColumns, text: indexed })
    .from(resources)
    .innerJoin(sql`resources_index`, sql`resources_index.rowid = ${resources.number}`)
    .where(inArray(resources.number, [...numbers]))
    .all();
}

/** A thought as FTS5 reads it; stems are letters and digits, and quoted all the same: data, never syntax (ASVS 1.2.9). */
const expressionOf = (thought: Thought) => `(${thought.alternatives.map(phraseOf).join(" OR ")})`;

function phraseOf({ term, isPrefix }: Alternative): string {
  const quoted = term.map((one) => `"${one.replaceAll('"', "")}"`);
  if (isPrefix) return `${quoted[0]} *`;
  return quoted.length > 1 ? `NEAR(${quoted.join(" ")}, 4)` : (quoted[0] ?? '""');
}

/** How rare each thought is in the library: one that every sheet speaks of tells little. */
function rarityOf(thoughts: readonly Thought[]): number[] {
  const counts = countByStem(thoughts.flatMap((thought) => thought.alternatives.flatMap((one) => one.term)));
  const all = db().select({ count: count() }).from(resources).get()?.count ?? 0;
  return thoughts.map(({ alternatives }) => {
    const sure = alternatives.filter((one) => one.sureness >= 0.75);
    const held = (sure.length > 0 ? sure : alternatives).map((one) => Math.min(...one.term.map((word) => counts.get(word) ?? 0)));
    const most = Math.max(1, ...held);
    return 0.3 + Math.log(1 + all / most);
  });
}
