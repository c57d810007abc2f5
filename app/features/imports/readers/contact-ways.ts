import type { ImportRecord } from "../model";
import { readWebAddress, type WebAddress, webAddressesIn } from "./web-address";

type Links = Pick<ImportRecord, "website" | "bookingUrl" | "socials" | "marketplaces">;

/**
 * Sorts the addresses of a listing. `pages` are those given as its site; `bookings` those given for booking:
 * an engine's is taken before another, and an own page given for booking is one.
 */
export function sortLinks(pages: readonly string[], bookings: readonly string[]): Links {
  const given = webAddressesIn(pages);
  const toBook = webAddressesIn(bookings).filter((one) => one.kind !== "social");
  const all = [...given, ...webAddressesIn(bookings)];
  const booking = toBook.find((one) => one.kind === "booking") ?? toBook[0] ?? given.find((one) => one.kind === "booking");
  return {
    website: given.find((one) => one.kind === "own")?.url ?? null,
    bookingUrl: booking?.url ?? null,
    socials: byService(all, ["social"]),
    marketplaces: byService(all, ["marketplace", "federation"]),
  };
}

/** Addresses by service; the first of each. */
function byService(addresses: readonly WebAddress[], kinds: readonly WebAddress["kind"][]): Record<string, string> {
  const sorted: Record<string, string> = {};
  for (const one of addresses) {
    if (one.service !== null && kinds.includes(one.kind)) sorted[one.service] ??= one.url;
  }
  return sorted;
}

/** A field of a network may hold a name only: « @maison » or « maison » becomes its page. */
export function socialPage(service: string, raw: string): string | null {
  const address = readWebAddress(raw);
  if (address) return address.url;
  const name = raw.trim().replace(/^@/, "");
  const base = profileBases.get(service);
  return base !== undefined && /^[\w.-]{2,80}$/.test(name) ? `${base}${name}` : null;
}

const profileBases = new Map([
  ["facebook", "https://www.facebook.com/"],
  ["instagram", "https://www.instagram.com/"],
  ["x", "https://x.com/"],
]);

/** The e-mail addresses of texts that may each hold several, lower case, each once. */
export function emailsIn(raws: readonly string[]): string[] {
  const found = raws
    .flatMap((raw) => raw.toLowerCase().split(/[\s;,|<>()"/]+|mailto:/))
    .map((one) => one.replace(/^[.:]+|[.:]+$/g, ""))
    .filter((one) => /^[^\s@]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(one));
  return [...new Set(found)];
}
