import { addDays } from "~/lib/dates";

/** A resource is read again once a year at least, days. */
export const rereadAfterDays = 365;
/** One whose end is this near is announced, days. */
export const soonDays = 60;

export const reviewStates = ["expired", "soon", "old"] as const;
export type ReviewState = (typeof reviewStates)[number];

interface Dated {
  /** The local day of its last reading, else of its writing. */
  readOn: string;
  expiresOn: string | null;
}

/** Why a resource asks to be read again on this day: past its end, near it, or not read for a year; undefined when it does not. */
export function reviewState({ readOn, expiresOn }: Dated, today: string): ReviewState | undefined {
  if (expiresOn !== null && expiresOn < today) return "expired";
  if (expiresOn !== null && expiresOn <= addDays(today, soonDays)) return "soon";
  return readOn < addDays(today, -rereadAfterDays) ? "old" : undefined;
}
