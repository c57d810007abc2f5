import { plainWord } from "./rows.model";

/** A name made ready to be compared: what costs is done once. */
export interface ComparedName {
  /** Folded, without marks. */
  whole: string;
  /** The same without the trade's own words. */
  short: string;
  /** Its words of three letters and more. */
  words: string[];
  wholePairs: Pairs;
  shortPairs: Pairs;
}

/** The pairs of letters of a text by their number, each with how often it stands there. */
interface Pairs {
  numbers: Uint32Array;
  counts: Uint16Array;
}

const tradeWords = new Set(
  "le la les l de des du d au aux et gite gites hotel camping restaurant chambre chambres hotes maison domaine auberge sarl sas eurl sci earl gaec mme mr m".split(
    " ",
  ),
);

/** Compares names with one another, thousands of them in a few milliseconds: every name must be made ready by the same comparison. */
export function openComparison() {
  const numbers = new Map<string, number>();
  const numberOf = (pair: string): number => {
    const number = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, number);
    return number;
  };
  const pairsOf = (text: string): Pairs => {
    const counts = new Map<number, number>();
    for (let at = 0; at < text.length - 1; at += 1) {
      const number = numberOf(text.slice(at, at + 2));
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    return { numbers: Uint32Array.from(counts.keys()), counts: Uint16Array.from(counts.values()) };
  };
  const prepare = (text: string): ComparedName => {
    const whole = plainWord(text);
    const kept = whole.split(" ").filter((word) => !tradeWords.has(word));
    const [short, words] = [kept.join(" "), kept.filter((word) => word.length > 2)];
    return { whole, short, words, wholePairs: pairsOf(whole), shortPairs: pairsOf(short) };
  };
  return {
    prepare,
    /** How alike other names are to this one, 0 to 1: pairs of letters in common, the trade's own words aside, whole words counted. */
    against(said: ComparedName): (other: ComparedName) => number {
      const [whole, short] = [spread(said.wholePairs, numbers.size), spread(said.shortPairs, numbers.size)];
      return (other) => {
        if (said.whole === other.whole) return 1;
        const onWhole = dice({ text: said.whole, spread: whole }, { text: other.whole, pairs: other.wholePairs });
        const onShort = dice({ text: said.short, spread: short }, { text: other.short, pairs: other.shortPairs });
        const isBare = said.short === "" || other.short === "";
        return Math.max(onWhole, isBare ? 0 : 0.97 * onShort, 0.85 * wordsShared(said.words, other.words));
      };
    },
  };
}

/** How often each pair stands, at its number's place. */
function spread({ numbers, counts }: Pairs, size: number): Uint16Array {
  const places = new Uint16Array(size);
  for (const [at, number] of numbers.entries()) places[number] = counts[at] ?? 0;
  return places;
}

function dice(a: { text: string; spread: Uint16Array }, b: { text: string; pairs: Pairs }): number {
  if (a.text.length < 2 || b.text.length < 2) return a.text === b.text ? 1 : 0;
  const { numbers, counts } = b.pairs;
  let shared = 0;
  for (let at = 0; at < numbers.length; at += 1) shared += Math.min(counts[at] ?? 0, a.spread[numbers[at] ?? 0] ?? 0);
  return (2 * shared) / (a.text.length + b.text.length - 2);
}

/** The part of the shorter name's words that the longer one has; words of one or two letters say nothing. */
function wordsShared(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  let shared = 0;
  for (const word of few) if (many.includes(word)) shared += 1;
  return few.length === 0 ? 0 : shared / few.length;
}
