import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Actor } from "~/access/actor";
import { searchResources } from "./search.queries.server";

const querySetSchema = z.array(
  z.object({
    words: z.string(),
    /** Slugs of the sheets that should come first, the best first. */
    expected: z.array(z.string()).min(1),
    way: z.enum(["plain", "misspelt", "synonym"]),
    /** Looked at while the search was tuned; written before it and kept apart; or written after it, by what people type; or last, once all was done; or for the trade's own words. */
    part: z.enum(["tuned", "held_out", "later", "last", "trade"]),
  }),
);
export type QuerySet = z.output<typeof querySetSchema>;

/** The query set that ships; throws when it is not well formed. */
export const readQuerySet = (path: string): QuerySet => querySetSchema.parse(JSON.parse(readFileSync(path, "utf8")));

/** Whoever reads what ships and what is shared, and nothing else. */
export const anyReader: Actor = {
  userId: "cli",
  name: "",
  locale: "fr",
  memberships: [],
  below: [],
  sharing: [],
  providerIds: [],
  currentOrganisationId: undefined,
};

/** Recall at 5 and mean reciprocal rank of each part of the set, and the queries whose best sheet is not first. */
export function measureSearch(set: QuerySet) {
  const answers = set.map((query) => {
    const found = searchResources(anyReader, query.words).map((row) => row.slug);
    const first = found.findIndex((slug) => query.expected.includes(slug));
    const inFive = query.expected.filter((slug) => found.slice(0, 5).includes(slug)).length;
    return {
      ...query,
      found: found.slice(0, 5),
      recall: inFive / query.expected.length,
      reciprocal: first < 0 ? 0 : 1 / (first + 1),
    };
  });
  const figures = (name: string, rows: typeof answers) => ({
    part: name,
    queries: rows.length,
    recall: mean(rows.map((row) => row.recall)),
    reciprocal: mean(rows.map((row) => row.reciprocal)),
  });
  const groups = [
    figures(
      "tuned",
      answers.filter((row) => row.part === "tuned"),
    ),
    figures(
      "held out",
      answers.filter((row) => row.part === "held_out"),
    ),
    figures(
      "later",
      answers.filter((row) => row.part === "later"),
    ),
    figures(
      "last",
      answers.filter((row) => row.part === "last"),
    ),
    figures(
      "trade",
      answers.filter((row) => row.part === "trade"),
    ),
    figures(
      "misspelt",
      answers.filter((row) => row.way === "misspelt"),
    ),
    figures(
      "synonym",
      answers.filter((row) => row.way === "synonym"),
    ),
    figures("all", answers),
  ];
  return { groups, misses: answers.filter((row) => row.reciprocal < 1 || row.recall < 1) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
