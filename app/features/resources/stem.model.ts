import { fold } from "~/lib/fold";

// Words as the search compares them: folded, small words left out, endings of number, gender and verb dropped,
// doubled letters once. The same on what is kept and on what is typed.

const smallWords = new Set(
  (
    "a afin ai aimerai aimerais aimerait ainsi alors apres as au aucun aussi autre aux avec avez avoir c ca car ce cela celle celui ces cet cette ceux chaque chez ci " +
    "comme comment d dans de depuis des doit dois donc dont du elle elles en encore entre est et etaient etait etre eux " +
    "fait faire faut fois font hors ici il ils j je jusqu l la le les leur leurs lui m ma mais me meme mes moi moins mon n ne ni nos notre " +
    "nous on ont ou par parce pas pendant peut peuvent peux plus pour pourquoi puis qu quand que quel quelle quelles quels qui " +
    "quoi s sa sans se sera ses si son sont souhaite souhaiterais souhaitons sous souvent sur t ta te tes toi ton toujours tous tout toute toutes tres tu un une veut veux " +
    "voici voudrais voudrait voudrions vos votre vous vers y the of and to in for my how"
  ).split(" "),
);

/** Words that are in every question and decide none: « utiliser une photo trouvée sur internet » is about the photo. */
const paleWords = new Set(
  (
    "aider aide aller besoin bien bon bonne chose donner etablissement gerer information mettre nouveau nouvelle obligation " +
    "obligatoire petit pouvoir prendre probleme question savoir situation solution trouver trouvee trouve trop truc utiliser utile voir vouloir " +
    "client clients bonjour svp merci urgent rapidement meilleur meilleure conseil conseils astuce astuces"
  ).split(" "),
);

export const isPale = (word: string): boolean => paleWords.has(word);

/** The folded words of a text, in their order: letters and digits, apostrophes and dashes cut; « B&B » is `bnb`. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/\b([a-z])&([a-z])\b/g, "$1n$2")
    .match(/[a-z0-9]+/g) ?? [];

/** The words that say something: small ones and lone letters left out. */
export const tellingWords = (text: string): string[] =>
  wordsOf(text).filter((word) => !smallWords.has(word) && (word.length > 1 || /\d/.test(word)));

/** A text as the index keeps it: the stems of its telling words, a space between. */
export const stemsOf = (text: string): string => tellingWords(text).map(stem).join(" ");

/** Endings with what takes their place, and how many letters must stand before; the first that fits is taken. */
const endings: readonly (readonly [ending: string, instead: string, least: number])[] = [
  ["bilite", "bl", 3],
  ["ication", "i", 4],
  ["ation", "", 5],
  ["issement", "", 4],
  ["issez", "", 3],
  ["issant", "", 3],
  ["issent", "", 3],
  ["ement", "", 4],
  ["atrice", "at", 3],
  ["euse", "", 5],
  ["eur", "", 5],
  ["aient", "", 4],
  ["ons", "", 4],
  ["dre", "d", 3],
  ["ttre", "t", 2],
  ["oir", "", 4],
  ["ant", "", 5],
  ["if", "iv", 3],
  ["ee", "", 3],
  ["er", "", 3],
  ["ez", "", 3],
  ["ir", "", 4],
  ["it", "", 5],
  ["ie", "i", 3],
  ["e", "", 3],
  ["y", "i", 3],
];
const known = new Map<string, string>();

/** The part of a folded word that its number, gender and verb endings leave: « répondez », « répondre » → `repond`. */
export function stem(word: string): string {
  const held = known.get(word);
  if (held !== undefined) return held;
  const made = /\d/.test(word) ? word : withoutEnding(singular(word)).replace(/([a-z])\1+/g, "$1");
  if (known.size > 100_000) known.clear();
  known.set(word, made);
  return made;
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("eaux")) return word.slice(0, -1);
  if (word.length > 5 && word.endsWith("aux")) return `${word.slice(0, -3)}al`;
  return word.length > 3 && /[^s]s$|x$/.test(word) ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  for (const [ending, instead, least] of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= least) return word.slice(0, -ending.length) + instead;
  }
  return word;
}
