import { and, asc, count, inArray, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { fitOf } from "./fit.model";
import { readFit } from "./fit.queries.server";
import { countByStem, readLexicon } from "./lexicon.server";
import { listedColumns, matching, type ResourceFilter } from "./queries.server";
import { type Alternative, type Thought, thoughtsOf } from "./search-query.model";
import { scoreOf, weighSubjects } from "./search-rank.model";

/** What is read to choose from: enough that the best is among them, few enough to be weighed one by one. */
const readAtMost = { all: 60, shown: 80, any: 50 } as const;
const bm25 = sql`bm25(resources_index, 12.0, 8.0, 5.0, 1.0, 0.5)`;
/** Each field between spaces, so that a stem is found whole. */
const between = (field: SQL) => sql<string>`' ' || ${field} || ' '`;
const indexed = {
  title: between(sql`resources_index.title`),
  keywords: between(sql`resources_index.keywords`),
  summary: between(sql`resources_index.summary`),
  body: between(sql`resources_index.body`),
  file: between(sql`resources_index.file`),
};

/** The resources that answer these words, best first with their scores (higher is better), as many as were weighed. */
export function searchResources(actor: Actor, words: string, filter: Omit<ResourceFilter, "q"> = {}) {
  const thoughts = thoughtsOf(words, readLexicon());
  if (thoughts.length === 0) return [];
  const rarity = rarityOf(thoughts);
  const numbers = chooseCandidates(thoughts, rarity, matching(actor, filter));
  const fit = readFit(actor, filter.forKind);
  const candidates = readCandidates(numbers);
  const weights = weighSubjects(
    candidates.map((one) => one.text),
    thoughts,
    rarity,
  );
  return candidates
    .map(({ text, ...row }) => ({ ...row, score: scoreOf(text, thoughts, weights) * fitOf(row, fit) }))
    .filter((row) => row.score > 0.05)
    .sort((a, b) => b.score - a.score || a.title.localeCompare(b.title, "fr"))
    .filter((row, _, all) => row.score >= (all[0]?.score ?? 0) * 0.12);
}

/**
 * Those that say every thought anywhere, and those whose title, summary or keywords say the rarest or two of them:
 * what is common alone is not read through. When these are few, those that say any.
 */
function chooseCandidates(thoughts: readonly Thought[], rarity: readonly number[], shown: SQL | undefined): Set<number> {
  const asked = thoughts
    .map((thought, number) => ({
      match: expressionOf(thought),
      weight: (rarity[number] ?? 1) * thought.part,
      part: thought.part,
    }))
    .sort((a, b) => b.weight - a.weight);
  const [rarest] = asked;
  const main = asked.filter((one) => one.part === 1).slice(0, 4);
  const pairs = main.flatMap((one, at) => main.slice(at + 1).map((other) => `(${one.match} AND ${other.match})`));
  const all = (main.length > 0 ? main : asked).map((one) => one.match).join(" AND ");
  const chosen = new Set(numbersOf(all, shown, readAtMost.all));
  const inSight = [rarest?.match ?? all, ...pairs].join(" OR ");
  for (const number of numbersOf(`{title keywords summary} : (${inSight})`, shown, readAtMost.shown)) chosen.add(number);
  const any = asked.map((one) => one.match).join(" OR ");
  if (chosen.size < 25) for (const number of numbersOf(any, shown, readAtMost.any)) chosen.add(number);
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
  return `"${term.join(" ").replaceAll('"', "")}"${isPrefix ? " *" : ""}`;
}

/** How rare each thought is in the library: one that every sheet speaks of tells little. */
function rarityOf(thoughts: readonly Thought[]): number[] {
  const counts = countByStem(thoughts.flatMap((thought) => thought.alternatives.flatMap((one) => one.term)));
  const all = db().select({ count: count() }).from(resources).get()?.count ?? 0;
  return thoughts.map(({ alternatives }) => {
    const held = alternatives
      .filter((one) => one.sureness >= 0.75)
      .map((one) => Math.min(...one.term.map((word) => counts.get(word) ?? 0)));
    // Between how often what was typed is said and how often the commonest way to say it is.
    const most = Math.sqrt(Math.max(1, held[0] ?? 0) * Math.max(1, ...held));
    return 0.3 + Math.log(1 + all / most);
  });
}
