import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type Database from "better-sqlite3";
import { sqlite } from "~/db/client.server";
import type { Lexicon } from "./search-query.model";
import { guessWords, soundOf } from "./spelling.model";
import { parseSynonyms, type Synonyms } from "./synonyms.model";

interface Sounded {
  word: string;
  sound: string;
}

interface Dictionary {
  size: number;
  words: Sounded[];
  bySound: Map<string, string[]>;
}

const dictionaries = new WeakMap<Database.Database, Dictionary>();
let synonyms: Synonyms | undefined;

/** What the library of this database knows, with the shipped synonyms. */
export function readLexicon(): Lexicon {
  const isHeld = sqlite().prepare("SELECT 1 FROM resource_words WHERE stem = ? AND resources > 0 LIMIT 1").pluck();
  return {
    synonyms: shippedSynonyms(),
    has: (stem) => isHeld.get(stem) !== undefined,
    guess: (word) => guessWords(word, readDictionary().words),
    soundAlikes: (word) => (word.length < 4 ? [] : (readDictionary().bySound.get(soundOf(word)) ?? [])),
  };
}

/** How many resources hold each stem, at most; stems that none holds are left out. */
export function countByStem(stems: readonly string[]): Map<string, number> {
  const count = sqlite().prepare<[string], number | null>("SELECT max(resources) FROM resource_words WHERE stem = ?").pluck();
  return new Map([...new Set(stems)].map((stem) => [stem, count.get(stem) ?? 0]));
}

function shippedSynonyms(): Synonyms {
  const path = resolve("content/search/synonyms.fr.txt");
  synonyms ??= parseSynonyms(existsSync(path) ? readFileSync(path, "utf8") : "");
  return synonyms;
}

/** Every word of the library and of the synonyms, kept in memory until a word comes or goes. */
function readDictionary(): Dictionary {
  const size = sqlite().prepare<[], number>("SELECT count(*) FROM resource_words WHERE resources > 0").pluck().get() ?? 0;
  const held = dictionaries.get(sqlite());
  if (held?.size === size) return held;
  const words = sqlite().prepare<[], string>("SELECT word FROM resource_words WHERE resources > 0").pluck().all();
  const all = [...new Set([...words, ...shippedSynonyms().words])].filter((word) => word.length > 3);
  const sounded = all.map((word) => ({ word, sound: soundOf(word) }));
  const bySound = new Map<string, string[]>();
  for (const { word, sound } of sounded) bySound.set(sound, [...(bySound.get(sound) ?? []), word]);
  const made = { size, words: sounded, bySound };
  dictionaries.set(sqlite(), made);
  return made;
}
