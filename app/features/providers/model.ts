import { fold } from "~/lib/fold";

/** Everything a provider can be found by, folded: what the search scans (design 3.2). */
export function providerSearchText(words: readonly (string | null | undefined)[]): string {
  return fold(words.filter(Boolean).join(" "));
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
