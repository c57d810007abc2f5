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
