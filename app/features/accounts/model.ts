import { fold } from "~/lib/fold";

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const common = [
  "motdepasse",
  "password",
  "azertyuiop",
  "qwertyuiop",
  "123456789",
  "987654321",
  "abcdefgh",
  "officedetourisme",
  "balisebalise",
];

/** Whether a password is among the first that one would try: known lists, one repeated sign, the person's own words (ASVS 6.2.4). */
export function isCommonPassword(password: string, ownWords: readonly string[]): boolean {
  const folded = squeeze(password);
  if (new Set(folded).size < 5) return true;
  return [...common, ...ownWords.map(squeeze)].some((word) => word.length > 3 && folded.replaceAll(word, "").length < 4);
}

const squeeze = (text: string): string => fold(text).replace(/[^a-z0-9]/g, "");
