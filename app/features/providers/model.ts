import { fold } from "~/lib/fold";

/** Everything a provider can be found by, folded, each word group once: what the search scans (design 3.2). */
export function providerSearchText(words: readonly (string | null | undefined)[]): string {
  const folded = words.map((word) => fold(word ?? "")).filter(Boolean);
  return [...new Set(folded)].join(" ");
}

/** A number (E.164) as the search holds it: international, and national when French. */
export function searchablePhone(phone: string | null): string {
  if (!phone) return "";
  return phone.startsWith("+33") ? `${phone} 0${phone.slice(3)}` : phone;
}

/** The folded words of a search; a phone number, however it is spaced, is one word. */
export function searchWords(typed: string): string[] {
  const compact = typed.replace(/[\s.()/-]/gu, "");
  if (/^(\+|00)?\d{4,}$/.test(compact)) return [compact.replace(/^00(?=[1-9])/, "+").replace(/^\+330?/, "+33")];
  return fold(typed).split(" ").filter(Boolean).slice(0, 8);
}

/** A SIRET's key (domain 2.5): Luhn, or for La Poste (356000000…) a sum of digits divisible by 5. */
export function isSiretPlausible(siret: string): boolean {
  if (!/^\d{14}$/.test(siret)) return false;
  const digits = [...siret].map(Number);
  if (siret.startsWith("356000000") && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0) return true;
  const luhn = digits.reverse().reduce((sum, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return luhn % 10 === 0;
}
