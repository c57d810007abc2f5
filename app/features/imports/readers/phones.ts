import { parsePhone } from "~/lib/phone";

/** The telephone numbers of a text, E.164, in its order: « 05 56 … / 06 12 … (le soir) » holds two. */
export function phonesIn(raw: string): string[] {
  const parts = raw.split(/[;|,\n\r/]| ou | et | or | puis |(?<=\d) - (?=[+0])/i);
  const found = parts.flatMap((part) => readOne(part) ?? severalIn(part));
  if (found.length > 0) return [...new Set(found)];
  return readOne(raw) ?? readOne(raw.replaceAll("/", " ")) ?? [];
}

/** All the numbers of several texts, each once. */
export function phonesOf(raws: readonly string[]): string[] {
  return [...new Set(raws.flatMap(phonesIn))];
}

function readOne(raw: string): string[] | null {
  const digits = raw.replace(/\D/g, "");
  if (digits.length < 8 || digits.length > 16) return null;
  const found = /^33[1-9]\d{8}$/.test(digits) ? parsePhone(`+${digits}`) : parsePhone(raw.trim());
  return found ? [found] : null;
}

/** Numbers written one after the other with nothing between them but spaces. */
function severalIn(raw: string): string[] {
  const runs = raw.match(/(?:(?:\+|00)\d{2,3}[ .]?(?:\(0\)[ .]?)?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/g) ?? [];
  return runs.flatMap((run) => readOne(run) ?? []);
}
