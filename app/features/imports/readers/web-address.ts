import { bookingHosts, bookingSubdomains } from "../booking-hosts";
import { federationHosts, federationPatterns, type HostKind, marketplaceHosts, marketplaceNames, socialHosts } from "../hosts";

export interface WebAddress {
  url: string;
  kind: HostKind;
  /** facebook, booking, gites-de-france…; null for an own site or a booking engine. */
  service: string | null;
  host: string;
}

/** Reads one address as people write it (« www.gite.example », « http//… »); null when it is none. */
export function readWebAddress(raw: string): WebAddress | null {
  const written = withScheme(raw.trim());
  const parsed = URL.canParse(written) ? new URL(written) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username !== "") return null;
  const host = parsed.hostname.replace(/\.$/, "");
  if (!/^[^.\s]+(?:\.[^.\s]+)*\.[a-z][a-z0-9-]+$/.test(host)) return null;
  return { url: written, host, ...whose(host, parsed.pathname) };
}

/** All the addresses of texts that may each hold several. */
export function webAddressesIn(raws: readonly string[]): WebAddress[] {
  const found = raws
    .flatMap((raw) => raw.split(/[\s;|<>"]+|,(?=\s|http|www)/))
    .map(readWebAddress)
    .filter((one) => one !== null);
  return [...new Map(found.map((one) => [one.url, one])).values()];
}

function withScheme(raw: string): string {
  const repaired = raw.replace(
    /^(https?)(?::?\/{0,2}|:\/{3,})(?=[a-z0-9])/i,
    (_, scheme: string) => `${scheme.toLowerCase()}://`,
  );
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(repaired)) return repaired;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#:]|$)/i.test(repaired) ? `http://${repaired}` : raw;
}

function whose(host: string, path: string): { kind: HostKind; service: string | null } {
  const bare = host.replace(/^(?:www\d?|m|fr|fr-fr|en|mobile)\.(?=.+\.)/, "");
  const social = ending(bare, (one) => socials.get(one));
  if (social) return { kind: "social", service: social };
  const market = ending(bare, (one) => markets.get(one)) ?? named(bare, path);
  if (market) return { kind: "marketplace", service: market };
  if (ending(bare, (one) => bookingHosts.has(one) || undefined)) return { kind: "booking", service: null };
  const federation = ending(bare, (one) => federations.get(one)) ?? federated(bare);
  if (federation) return { kind: "federation", service: federation };
  return { kind: isBookingPage(bare) ? "booking" : "own", service: null };
}

/** « reservation.chateau.fr », not « reservation.fr ». */
function isBookingPage(host: string): boolean {
  const parts = host.split(".");
  return parts.length > 2 && bookingSubdomains.has(parts[0] ?? "");
}

/** `a.b.fr`, then `b.fr`: the first that is known. */
function ending<T>(host: string, known: (host: string) => T | undefined): T | undefined {
  const parts = host.split(".");
  for (let place = 0; place < parts.length - 1; place += 1) {
    const found = known(parts.slice(place).join("."));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Each host or name → its service. */
function indexed(services: Record<string, readonly string[]>): ReadonlyMap<string, string> {
  return new Map(Object.entries(services).flatMap(([service, hosts]) => hosts.map((host) => [host, service] as const)));
}

const [socials, markets, marketNames, federations] = [
  indexed(socialHosts),
  indexed(marketplaceHosts),
  indexed(marketplaceNames),
  indexed(federationHosts),
];

/** « airbnb.co.uk », « fr.tripadvisor.be »: the name, with nothing but an ending after it. */
function named(host: string, path: string): string | null {
  const name = siteName(host);
  if (name === "google" && (/^\/(?:maps|search)/.test(path) || host.startsWith("business."))) return "google";
  return marketNames.get(name) ?? null;
}

function federated(host: string): string | null {
  const name = siteName(host);
  return federationPatterns.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

function siteName(host: string): string {
  const parts = host.split(".");
  const isDoubleEnding = parts.length > 2 && /^(?:co|com|org|net|asso|gouv)$/.test(parts[parts.length - 2] ?? "");
  return parts[parts.length - (isDoubleEnding ? 3 : 2)] ?? "";
}
