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
  let factor = row.kind === "sheet" ? 1.06 : 1;
  if (row.forKinds.length > 0 && fit.kinds.length > 0) factor *= row.forKinds.some((one) => isIn(fit.kinds, one)) ? 1.12 : 0.8;
  if (row.season === fit.season) factor *= 1.04;
  if (fit.isProvider && row.level === "beginner") factor *= 1.03;
  if (row.locale !== fit.locale) factor *= 0.75;
  if (row.expiresOn !== null && row.expiresOn < fit.today) factor *= 0.5;
  return factor;
}

const isIn = (kinds: readonly string[], kind: string) => kinds.includes(kind);

/** Where the year stands for most of the trade: before (January to April), during (to September), after. */
export function seasonOf(day: string): Fit["season"] {
  const month = Number(day.slice(5, 7));
  if (month <= 4) return "before";
  return month <= 9 ? "during" : "after";
}
