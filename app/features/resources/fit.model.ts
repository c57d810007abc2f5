import type { EstablishmentKind } from "~/lib/vocabulary";

/** For whom and when one searches. */
export interface Fit {
  kinds: readonly EstablishmentKind[];
  season: "before" | "during" | "after";
  locale: "fr" | "en";
  today: string;
  isProvider: boolean;
}

interface Fitted {
  kind: string;
  level: string;
  locale: string;
  season: string;
  forKinds: readonly string[];
  expiresOn: string | null;
}

/** By how much a resource's score is multiplied: above 1 where it suits the reader, far below when out of date. */
export function fitOf(row: Fitted, fit: Fit): number {
  const factors = [
    row.kind === "sheet" ? 1.06 : 1,
    kindFactor(row.forKinds, fit.kinds),
    row.season === fit.season ? 1.04 : 1,
    fit.isProvider && row.level === "beginner" ? 1.03 : 1,
    row.locale === fit.locale ? 1 : 0.75,
    row.expiresOn !== null && row.expiresOn < fit.today ? 0.5 : 1,
  ];
  return factors.reduce((product, factor) => product * factor, 1);
}

function kindFactor(meant: readonly string[], own: readonly string[]): number {
  if (meant.length === 0 || own.length === 0) return 1;
  return meant.some((one) => own.includes(one)) ? 1.25 : 0.75;
}

/** Where the year stands for most of the trade: before (January to April), during (to September), after. */
export function seasonOf(day: string): Fit["season"] {
  const month = Number(day.slice(5, 7));
  if (month <= 4) return "before";
  return month <= 9 ? "during" : "after";
}
