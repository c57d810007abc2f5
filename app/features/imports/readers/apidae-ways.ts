import { dig, get, list, text } from "~/lib/json-values";
import { sortWays, type Way, type WayKind, type Ways, wayOfWords } from "./ways";

/** How a listing is reached: its own « moyens de communication », and those of its booking bodies for the booking page. */
export function apidaeWays(value: unknown): Ways {
  const own = siteFirst(list(dig(value, "informations", "moyensCommunication"))).flatMap(wayOf);
  const bodies = list(dig(value, "reservation", "organismes"));
  return sortWays(
    own,
    bodies.flatMap((body) => list(get(body, "moyensCommunication")).flatMap(wayOf)),
  );
}

/** The site for phones (3769) stands behind the site, whatever their order in the file. */
function siteFirst(ways: readonly unknown[]): unknown[] {
  const isForPhones = (way: unknown) => text(get(get(way, "type"), "id")) === "3769";
  return [...ways.filter((way) => !isForPhones(way)), ...ways.filter(isForPhones)];
}

function wayOf(way: unknown): Way[] {
  const type = get(way, "type");
  const told = get(way, "coordonnees");
  const said = text([get(told, "fr"), told, Object.values(typeof told === "object" && told ? told : {})]);
  if (said === null) return [];
  return [{ kind: wayKinds.get(text(get(type, "id")) ?? "") ?? wayOfWords(text(get(type, "libelleFr"))), said }];
}

const wayKinds: ReadonlyMap<string, WayKind> = new Map([
  ["201", "phone"],
  ["206", "phone"],
  ["202", "other"],
  ["204", "email"],
  ["205", "site"],
  ["3769", "site"],
  ["207", "facebook"],
  ["7221", "instagram"],
  ["3755", "x"],
  ["4000", "page"],
  ["3789", "page"],
  ["4007", "page"],
]);
