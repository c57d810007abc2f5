import type { linkStates } from "~/lib/vocabulary";

export type LinkState = (typeof linkStates)[number];

/** So many times in a row must an address answer as what is gone does before it is called dead. */
export const failuresOfDead = 3;
/** When an address is asked again: each week, or the next day while its death is in doubt. Milliseconds. */
export const askedAgainAfter = { usual: 7 * 86_400_000, doubt: 20 * 3_600_000 } as const;

const addressPattern = /https?:\/\/[^\s<>()[\]"`]+/gi;
/** The address of a match, without the signs of the sentence that follow it. */
const addressOf = (match: string): string => match.replace(/[.,;:!?*_’'»]+$/, "");

/** A text with one address in the place of another, wherever it stands whole. */
export const replaceAddress = (text: string, from: string, to: string): string =>
  text.replace(addressPattern, (match) => (addressOf(match) === from ? to + match.slice(from.length) : match));

/** Every web address that a resource sends its reader to, once each, 60 at most. */
export function addressesIn({ url, body }: { url: string | null; body: string }): string[] {
  const inText = [...body.matchAll(addressPattern)].map(([address]) => addressOf(address));
  return [...new Set([...(url ? [url] : []), ...inText])].filter((one) => URL.canParse(one) && one.length <= 500).slice(0, 60);
}

/** What asking an address came to. */
export type Outcome =
  | { kind: "answered"; status: number; movedTo: string | undefined }
  /** It was not asked, or nothing came back: a word for why. */
  | { kind: "silent"; reason: string };

interface Known {
  state: LinkState;
  failures: number;
}

/**
 * What is now known of an address. Gone are 404, 410 and a name that no longer exists, said three times in a row at a
 * day's distance at least; refusals, faults and silence prove nothing and leave it as it was.
 */
export function verdictOf(known: Known, outcome: Outcome): Known & { movedTo: string | null; answer: string } {
  const answer = outcome.kind === "answered" ? String(outcome.status) : outcome.reason;
  if (outcome.kind === "answered" && outcome.status >= 200 && outcome.status < 300) {
    const movedTo = outcome.movedTo ?? null;
    return { state: movedTo ? "moved" : "alive", failures: 0, movedTo, answer };
  }
  if (!["404", "410", "name"].includes(answer)) return { ...known, movedTo: null, answer };
  const failures = known.failures + 1;
  return { state: failures >= failuresOfDead ? "dead" : known.state, failures, movedTo: null, answer };
}

/** Whether two addresses are one but for the scheme, `www.` or a last slash: nothing to correct there. */
export function isSamePlace(one: string, other: string): boolean {
  const plain = (address: string) => {
    const url = new URL(address);
    return `${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/$/, "")}${url.search}`;
  };
  return plain(one) === plain(other);
}
