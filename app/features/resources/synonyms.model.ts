import { stem, tellingWords } from "./stem.model";

/** A way to say something: its stems, one or more. */
export type Term = readonly string[];

/** The trade's synonyms, found by the first stem of what is typed. */
export interface Synonyms {
  /** First stem → each term that begins with it, with what else may be meant. */
  byFirst: ReadonlyMap<string, readonly { term: Term; others: readonly Term[] }[]>;
  /** Every folded word of the list: misspelt words are compared with these too. */
  words: readonly string[];
}

/**
 * Reads the list: a group a line, `avis = commentaire = note`; `OTA > Booking` finds the right from the left alone;
 * `#` begins a remark. Throws with the line on a term that says nothing.
 */
export function parseSynonyms(text: string): Synonyms {
  const byFirst = new Map<string, { term: Term; others: Term[] }[]>();
  const words = new Set<string>();
  for (const line of text.split("\n").map((one) => one.replace(/#.*/, "").trim())) {
    if (line === "") continue;
    const [left = "", right] = line.split(">");
    const typed = termsOf(left, line);
    const meant = right === undefined ? typed : termsOf(right, line);
    for (const term of typed) add(byFirst, term, meant);
    for (const word of tellingWords(line)) words.add(word);
  }
  return { byFirst, words: [...words] };
}

function termsOf(side: string, line: string): Term[] {
  return side.split("=").map((words) => {
    const term = tellingWords(words).map(stem);
    if (term.length === 0) throw new Error(`synonyms: « ${line} »`);
    return term;
  });
}

const isSame = (one: Term, other: Term) => one.join(" ") === other.join(" ");

function add(byFirst: Map<string, { term: Term; others: Term[] }[]>, term: Term, meant: readonly Term[]): void {
  const first = term[0] ?? "";
  const list = byFirst.get(first) ?? [];
  byFirst.set(first, list);
  const others = meant.filter((one) => !isSame(one, term));
  const held = list.find((one) => isSame(one.term, term));
  if (held) held.others.push(...others);
  else list.push({ term, others });
}
