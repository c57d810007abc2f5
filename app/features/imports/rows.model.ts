import { fold } from "~/lib/fold";
import type { ImportContent, MatchedWord } from "~/lib/vocabulary";
import type { ColumnField } from "./columns.model";

/** A name or word of a row that stands for something here. */
export interface TableWord {
  word: MatchedWord;
  name: string;
  commune?: string | null;
  siret?: string | null;
}

/** Why a row cannot be taken over: a key of the `tableImport` texts. */
export const rowProblems = [
  "no_day",
  "bad_day",
  "future_day",
  "no_duration",
  "bad_duration",
  "no_provider",
  "bad_year",
  "not_partner",
] as const;
export type RowProblem = (typeof rowProblems)[number];

/** One row of a follow-up or partner file, as it was understood. */
export interface ReadRow<Values = unknown> {
  /** What a list shows for it. */
  name: string;
  values: Values;
  words: TableWord[];
  problem: { key: RowProblem; field: ColumnField; said: string } | null;
}

export type RowCells = (field: ColumnField) => string | null;

/** The same name written twice is asked about once; of two communes, it is two names. */
export function wordKey({ name, commune, siret }: TableWord): string {
  if (siret) return siret;
  return commune ? `${plainWord(name)}|${plainWord(commune)}` : plainWord(name);
}

/** Folded, without marks: « Hôtel  de l’Océan. » and « hotel de l'ocean » are one. */
export function plainWord(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The name of the background work that reads, applies or takes back a file of this content. */
export function jobKind(content: ImportContent, step: "read" | "apply" | "undo"): string {
  const names = { listings: "import", past_sessions: "pastSessions", partners: "partners" } as const;
  return `${names[content]}.${step}`;
}

const tradeWords = new Set(
  "le la les l de des du d au aux et gite gites hotel camping restaurant chambre chambres hotes maison domaine auberge sarl sas eurl sci earl gaec mme mr m".split(
    " ",
  ),
);

/** How alike two names are, 0 to 1: pairs of letters in common, the trade's own words aside, whole words counted. */
export function likeness(a: string, b: string): number {
  const [one, other] = [plainWord(a), plainWord(b)];
  if (one === other) return 1;
  const [shortA, shortB] = [withoutTrade(one), withoutTrade(other)];
  const words = wordsShared(shortA, shortB);
  return Math.max(dice(one, other), shortA && shortB ? 0.97 * dice(shortA, shortB) : 0, 0.85 * words);
}

const withoutTrade = (text: string): string =>
  text
    .split(" ")
    .filter((word) => !tradeWords.has(word))
    .join(" ");

/** The part of the shorter name's words that the longer one has; words of one or two letters say nothing. */
function wordsShared(a: string, b: string): number {
  const [few = [], many = []] = [a, b]
    .map((text) => text.split(" ").filter((word) => word.length > 2))
    .sort((x, y) => x.length - y.length);
  return few.length === 0 ? 0 : few.filter((word) => many.includes(word)).length / few.length;
}

function dice(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at += 1) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let shared = 0;
  for (let at = 0; at < b.length - 1; at += 1) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0;
    if (left === 0) continue;
    pairs.set(b.slice(at, at + 2), left - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length - 2);
}
