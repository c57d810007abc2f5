import { fold } from "~/lib/fold";
import { list, text } from "~/lib/json-values";
import { inFrench, prop, saidAll } from "./linked-data";
import { readWebAddress } from "./web-address";

/** A way to reach a point of interest: the business itself, or whoever books or answers for it. */
export interface Agent {
  legalName: string | null;
  person: string | null;
  phones: string[];
  emails: string[];
  pages: string[];
  siret: string | null;
}

export function agentsOf(value: unknown): Agent[] {
  return list(value).map((agent) => ({
    legalName: inFrench(prop(agent, "legalName")),
    person: [text(prop(agent, "givenName")), text(prop(agent, "familyName"))].filter((part) => part !== null).join(" ") || null,
    phones: saidAll(prop(agent, "telephone")),
    emails: saidAll(prop(agent, "email")),
    pages: saidAll(prop(agent, "homepage")),
    siret: text(prop(agent, "siret")),
  }));
}

/**
 * The contacts that are the business, its own first, and those that are someone between (a central booking
 * office, an engine, a tourist office). Where all are, they are the only way to reach it and count as its own.
 */
export function reachedBy(contacts: readonly Agent[], name: string): { own: Agent[]; others: Agent[] } {
  const own = contacts.filter((agent) => !isBetween(agent, name));
  if (own.length === 0) return { own: [...contacts], others: [] };
  const ranked = own.map((agent, place) => ({
    agent,
    rank: place + (hasOwnPage(agent) || isNamed(agent, name) ? 0 : own.length),
  }));
  return {
    own: ranked.sort((a, b) => a.rank - b.rank).map((one) => one.agent),
    others: contacts.filter((agent) => isBetween(agent, name)),
  };
}

/** Someone between says so by its name, or has a name that is not the business's and a page that is not its own. */
function isBetween(agent: Agent, name: string): boolean {
  if (agent.legalName === null || isNamed(agent, name)) return false;
  if (betweenNames.test(fold(agent.legalName)) && !betweenNames.test(fold(name))) return true;
  const kinds = agent.pages.map((page) => readWebAddress(page)?.kind).filter((kind) => kind !== undefined);
  return kinds.length > 0 && kinds.every((kind) => kind === "booking" || kind === "marketplace" || kind === "federation");
}

const betweenNames =
  /^(?:office (?:de|du|municipal)|o\.?t\.? |syndicat d'initiative|bureau (?:d'information|d'accueil|de tourisme)|maison du tourisme)|\b(?:office de tourisme|office du tourisme|centrale|reservations?|gites de france|clevacances|comite departemental du tourisme|loisirs accueil|relais departemental)\b/;

function isNamed(agent: Agent, name: string): boolean {
  const words = telling(name);
  return agent.legalName !== null && words.length > 0 && words.every((word) => telling(agent.legalName ?? "").includes(word));
}

/** The words of a name that tell it from others of its trade. */
function telling(name: string): string[] {
  return fold(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !commonWords.has(word));
}

const commonWords = new Set([
  "le",
  "la",
  "les",
  "de",
  "du",
  "des",
  "et",
  "au",
  "aux",
  "en",
  "hotel",
  "restaurant",
  "camping",
  "gite",
  "chez",
]);

function hasOwnPage(agent: Agent): boolean {
  return agent.pages.some((page) => readWebAddress(page)?.kind === "own");
}
