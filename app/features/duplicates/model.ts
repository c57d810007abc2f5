import { fold } from "~/lib/fold";

export const likenesses = ["siret", "email", "phone", "name", "near"] as const;
/** Why two providers may be one; the first of the list is the surest. */
export type Likeness = (typeof likenesses)[number];

export interface Comparable {
  id: string;
  name: string;
  siret: string | null;
  inseeCode: string | null;
  latitude: number | null;
  longitude: number | null;
  emails: readonly string[];
  phones: readonly string[];
}

const commonWords = new Set(
  "le la les l de des du d gite gites hotel camping restaurant chambre chambres hotes maison villa domaine chateau ferme auberge".split(
    " ",
  ),
);

/** What is left of a name once the trade's common words are gone: « Le Gîte des Pins » → `pins`. */
export function nameKey(name: string): string {
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !commonWords.has(word));
  return words.sort().join(" ");
}

/** Metres between two points, near enough for a few kilometres. */
export function metresBetween(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const north = (a.latitude - b.latitude) * 111_320;
  const east = (a.longitude - b.longitude) * 111_320 * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

export interface LikelyPair {
  aId: string;
  bId: string;
  reasons: Likeness[];
}

/**
 * Pairs that look like one business: same SIRET, mail or phone; same name in the same commune; names
 * that share a word within 60 metres. Each pair once, `aId` the smaller id, the surest first.
 */
export function findLikelyPairs(rows: readonly Comparable[]): LikelyPair[] {
  const pairs = new Map<string, LikelyPair>();
  const add = (reason: Likeness, group: readonly Comparable[]) => {
    for (const [place, one] of group.entries())
      for (const other of group.slice(place + 1)) addPair(pairs, reason, [one.id, other.id]);
  };
  for (const group of groupBy(rows, (row) => (row.siret ? [row.siret] : []))) add("siret", group);
  for (const group of groupBy(rows, (row) => row.emails)) add("email", group);
  for (const group of groupBy(rows, (row) => row.phones)) add("phone", group);
  for (const group of groupBy(rows, (row) => nameKeys(row))) add("name", group);
  for (const [one, other] of nearPairs(rows)) addPair(pairs, "near", [one.id, other.id]);
  const rank = (pair: LikelyPair) => likenesses.indexOf(pair.reasons[0] ?? "near") - pair.reasons.length / 10;
  return [...pairs.values()].sort((a, b) => rank(a) - rank(b) || a.aId.localeCompare(b.aId));
}

function nameKeys(row: Comparable): string[] {
  const key = nameKey(row.name);
  return key === "" ? [] : [`${row.inseeCode ?? ""} ${key}`];
}

/** Groups of two to eight: a phone that half the territory shares says nothing. */
function groupBy(rows: readonly Comparable[], keysOf: (row: Comparable) => readonly string[]): Comparable[][] {
  const groups = new Map<string, Comparable[]>();
  for (const row of rows) for (const key of new Set(keysOf(row))) groups.set(key, [...(groups.get(key) ?? []), row]);
  return [...groups.values()].filter((group) => group.length > 1 && group.length <= 8);
}

function nearPairs(rows: readonly Comparable[]): [Comparable, Comparable][] {
  const placed = rows.filter(isPlaced).sort((a, b) => a.latitude - b.latitude);
  const found: [Comparable, Comparable][] = [];
  for (const [place, one] of placed.entries()) {
    for (const other of placed.slice(place + 1)) {
      if (other.latitude - one.latitude > 0.001) break;
      if (metresBetween(one, other) <= 60 && sharesWord(one.name, other.name)) found.push([one, other]);
    }
  }
  return found;
}

function isPlaced(row: Comparable): row is Comparable & { latitude: number; longitude: number } {
  return row.latitude !== null && row.longitude !== null;
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(nameKey(a).split(" "));
  return nameKey(b)
    .split(" ")
    .some((word) => word.length > 2 && words.has(word));
}

function addPair(pairs: Map<string, LikelyPair>, reason: Likeness, ids: [string, string]): void {
  const [aId, bId] = ids[0] < ids[1] ? ids : [ids[1], ids[0]];
  const pair = pairs.get(`${aId} ${bId}`) ?? { aId, bId, reasons: [] };
  if (!pair.reasons.includes(reason)) pair.reasons.push(reason);
  pairs.set(`${aId} ${bId}`, pair);
}
