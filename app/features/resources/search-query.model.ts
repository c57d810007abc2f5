import type { Guess } from "./spelling.model";
import { isPale, stem, tellingWords, wordsOf } from "./stem.model";
import type { Synonyms, Term } from "./synonyms.model";

/** One way to find a thought in a text, with how sure it is that this was meant (1 for what was typed). */
export interface Alternative {
  term: Term;
  sureness: number;
  /** The last stem is only a beginning. */
  isPrefix?: true;
}

/** One thought of the query: a word or an expression, with all the ways to say it. */
export interface Thought {
  alternatives: Alternative[];
  /** 1, or less for a pale word and for the single words of an expression that is a thought of its own. */
  part: number;
}

/** What the library and the list of synonyms know. */
export interface Lexicon {
  synonyms: Synonyms;
  /** Whether any resource holds the stem. */
  has(stem: string): boolean;
  guess(word: string): Guess[];
  /** Other words that sound the same. */
  soundAlikes(word: string): string[];
}

const mostWords = 10;

/** The thoughts of what a person typed: joined, cut, corrected, widened by synonyms; none when nothing is left. */
export function thoughtsOf(words: string, lexicon: Lexicon): Thought[] {
  const telling = tellingWords(words);
  const glued = (telling.length > 0 ? telling : wordsOf(words)).map((word) => unglued(word, lexicon));
  const typed = glued.filter((word) => glued.length === 1 || tellingWords(word).length > 0).slice(0, mostWords);
  const whole = joined(typed, lexicon);
  const slots = whole.map((word) => readings(word, lexicon));
  const thoughts: Thought[] = [];
  for (let at = 0; at < slots.length; ) {
    const found = expressionAt(slots, at, lexicon.synonyms);
    const part = found.length === 1 && isPale(whole[at] ?? "") ? 0.3 : 1;
    thoughts.push(...thoughtsAt(slots.slice(at, at + found.length), found.others, part));
    at += found.length;
  }
  return thoughts;
}

/** « lannonce » is `annonce`: on a phone the apostrophe is left out; a word that is known as it stands stays whole. */
function unglued(word: string, lexicon: Lexicon): string {
  const [, rest = ""] = /^(?:qu|[cdjlmnst])([aeiouyh][a-z]{2,})$/.exec(word) ?? [];
  if (rest === "" || isKnown(stem(word), lexicon)) return word;
  return tellingWords(rest).length === 0 || isKnown(stem(rest), lexicon) ? rest : word;
}

/** A word as it may be read: as typed, as the beginning of a longer one, or corrected; the surest first. */
function readings(word: string, lexicon: Lexicon): Alternative[] {
  const typed = stem(word);
  const asPrefix: Alternative[] = typed.length >= 5 ? [{ term: [typed], sureness: 0.7, isPrefix: true }] : [];
  if (isKnown(typed, lexicon)) return [{ term: [typed], sureness: 1 }, ...asPrefix, ...heard(word, lexicon)];
  const guessed = lexicon.guess(word).map(({ word: guess, cost }) => ({ term: [stem(guess)], sureness: 0.95 - cost * 0.12 }));
  return [...guessed, { term: [typed], sureness: 0.5 }, ...asPrefix];
}

/** « cite web » may be a site: a real word may stand for one that sounds the same. */
function heard(word: string, lexicon: Lexicon): Alternative[] {
  const others = new Set(lexicon.soundAlikes(word).map(stem));
  others.delete(stem(word));
  return [...others].slice(0, 3).map((other) => ({ term: [other], sureness: 0.55 }));
}

const isKnown = (stemmed: string, { has, synonyms }: Lexicon) => has(stemmed) || synonyms.byFirst.has(stemmed);

/** « face book » is `facebook` where the whole is known; « motdepasse » is two words. */
function joined(words: readonly string[], lexicon: Lexicon): string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = "", next] = [words[at], words[at + 1]];
    const whole = `${word}${next ?? ""}`;
    const isWhole = next !== undefined && isKnown(stem(whole), lexicon) && !(isKnown(stem(word), lexicon) && next.length > 4);
    if (isWhole) kept.push(whole);
    else kept.push(...(cutInTwo(word, lexicon) ?? [word]));
    if (isWhole) at += 1;
  }
  return kept;
}

/** « motdepasse » → mot, passe; undefined for a word that is known or near a known one, or that no cut makes two known words. */
function cutInTwo(word: string, lexicon: Lexicon): string[] | undefined {
  if (word.length < 7 || isKnown(stem(word), lexicon) || lexicon.guess(word).length > 0) return undefined;
  for (let cut = 3; cut <= word.length - 4; cut += 1) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    const rests = /^d[eu].{4}/.test(right) ? [right.slice(2), right] : [right];
    const rest = rests.find((one) => lexicon.has(stem(one)));
    if (rest !== undefined && lexicon.has(stem(left))) return [left, rest];
  }
  return undefined;
}

/** The longest expression of the list of synonyms that begins here, or the one word. */
function expressionAt(slots: readonly Alternative[][], at: number, synonyms: Synonyms) {
  const first = slots[at]?.[0]?.term[0] ?? "";
  const stems = slots.slice(at).map((slot) => slot[0]?.term.join(" ") ?? "");
  let longest: { length: number; others: readonly Term[] } = { length: 1, others: [] };
  for (const { term, others } of synonyms.byFirst.get(first) ?? []) {
    const isHere = term.every((one, step) => stems[step] === one);
    if (isHere && (term.length > longest.length || longest.others.length === 0)) longest = { length: term.length, others };
  }
  return longest;
}

function thoughtsAt(slots: readonly Alternative[][], others: readonly Term[], part: number): Thought[] {
  const surest = slots[0]?.[0]?.sureness ?? 1;
  const synonyms = others.map((term) => ({ term, sureness: 0.8 * surest }));
  if (slots.length === 1) return [{ alternatives: [...(slots[0] ?? []), ...synonyms], part }];
  const whole = { term: slots.flatMap((slot) => slot[0]?.term ?? []), sureness: surest };
  const singles = slots.map((slot) => ({ alternatives: slot, part: 0.25 }));
  return [{ alternatives: [whole, ...synonyms], part }, ...singles];
}
