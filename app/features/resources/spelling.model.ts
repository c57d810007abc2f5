// What a misspelt word may have been: by letters wrong, missing, doubled or swapped, and by ear.

export interface Guess {
  word: string;
  /** Letters apart, a little more when it sounds otherwise. */
  cost: number;
}

/** The words of the dictionary nearest to one that it lacks, the likeliest first; none when nothing is near. */
export function guessWords(typed: string, dictionary: Iterable<{ word: string; sound: string }>): Guess[] {
  const most = mostApart(typed.length);
  if (most === 0) return [];
  const typedSound = soundOf(typed);
  const guesses: Guess[] = [];
  for (const { word, sound } of dictionary) {
    if (Math.abs(word.length - typed.length) > most + 1) continue;
    const cost = costOf({ typed, typedSound, word, sound }, most);
    if (cost !== undefined) guesses.push({ word, cost });
  }
  const best = Math.min(...guesses.map((guess) => guess.cost));
  return guesses
    .filter((guess) => guess.cost <= best + 0.6)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 4);
}

const mostApart = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

function costOf(pair: { typed: string; typedSound: string; word: string; sound: string }, most: number): number | undefined {
  const { typed, typedSound, word, sound } = pair;
  const isSameSound = typedSound === sound;
  const apart = lettersApart(typed, word, isSameSound ? most + 1 : most);
  if (apart === undefined) return undefined;
  const otherStart = typed[0] === word[0] || typedSound[0] === sound[0] ? 0 : 0.5;
  return apart + (isSameSound ? -0.4 : 0) + otherStart;
}

/** Letters to change, add, drop or swap between two words (optimal string alignment); undefined when more than `most`. */
export function lettersApart(one: string, other: string, most: number): number | undefined {
  if (Math.abs(one.length - other.length) > most) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const current = nextRow({ one, other, row, last, beforeLast });
    if (Math.min(...current) > most) return undefined;
    beforeLast = last;
    last = current;
  }
  const apart = at(last, other.length);
  return apart <= most ? apart : undefined;
}

interface Rows {
  one: string;
  other: string;
  row: number;
  last: readonly number[];
  beforeLast: readonly number[];
}

function nextRow({ one, other, row, last, beforeLast }: Rows): number[] {
  const current = [row];
  for (let column = 1; column <= other.length; column += 1) {
    const isSame = one[row - 1] === other[column - 1];
    const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
    const stay = at(last, column - 1) + (isSame ? 0 : 1);
    const swap = isSwapped ? at(beforeLast, column - 2) + 1 : stay;
    current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, stay, swap));
  }
  return current;
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/tion/g, "sion"],
  [/eau|au/g, "o"],
  [/qu|q|ck|ch(?=[rl])/g, "k"],
  [/ch|sh/g, "C"],
  [/sc(?=[eiy])|c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/gu(?=[eiy])/g, "g"],
  [/g(?=[eiy])/g, "j"],
  [/z/g, "s"],
  [/x/g, "ks"],
  [/h/g, ""],
  [/oeu|eu/g, "e"],
  [/ain|ein|aim|yn|ym/g, "in"],
  [/ai|ei|et$|er$|ez$|ee$/g, "e"],
  [/em(?=[bp])|en|am(?=[bp])/g, "an"],
  [/ou|oo|w/g, "u"],
  [/y/g, "i"],
  [/([a-z])\1+/g, "$1"],
  [/[sxtdpe]+$/g, ""],
];

/** A word roughly as it sounds in French: « fotos » and « photos » → `foto`. */
export const soundOf = (word: string): string => sounds.reduce((text, [from, to]) => text.replace(from, to), word);
