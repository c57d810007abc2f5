import { get, list, text } from "~/lib/json-values";
import type { ImportRecord } from "../model";
import { emailsIn, sortLinks } from "./contact-ways";
import { type Agent, agentsOf, reachedBy } from "./datatourisme-agents";
import { sortClasses } from "./datatourisme-kinds";
import { blankRecord, finished } from "./draft";
import { capacityOf, dayOf, inseeOf, pointOf, postcodeOf, siretOf, streetOf } from "./fields";
import { type Label, labelOf, labelsOf } from "./labels";
import { classesOf, inFrench, prop, propAt, saidAll } from "./linked-data";
import { phonesOf } from "./phones";
import type { Ways } from "./ways";
import { readWebAddress } from "./web-address";

/** Whether an object is DATAtourisme's: the flux of 2020, that of 2025, or the catalogue's answer. */
export function isDatatourisme(value: unknown): boolean {
  const uri = text([get(value, "@id"), get(value, "uri")]) ?? "";
  if (uri.includes("datatourisme")) return true;
  return (
    prop(value, "isLocatedAt") !== undefined || (classesOf(value).has("PointOfInterest") && prop(value, "label") !== undefined)
  );
}

/** One point of interest (domain 2.1 and 2.4). */
export function readDatatourisme(value: unknown): ImportRecord {
  const uri = text([get(value, "@id"), get(value, "uri")]);
  const identifier = text(prop(value, "identifier"));
  const sorted = sortClasses(classesOf(value), identifier);
  const name = text([inFrench(prop(value, "label")), inFrench(prop(value, "name"))]) ?? "";
  const contacts = agentsOf(prop(value, "hasContact"));
  const bookings = agentsOf(prop(value, "hasBookingContact"));
  return finished(
    {
      ...blankRecord("datatourisme"),
      ...identityOf(identifier, uri),
      ...placeOf(value),
      ...waysOfAgents(contacts, bookings, name),
      name,
      kind: sorted.kind,
      labels: labelsOf(list(prop(value, "hasReview")).flatMap((review) => list(prop(review, "hasReviewValue")).map(reviewLabel))),
      siret: siretOf(text([prop(value, "siret"), propAt(value, "isOwnedBy", "siret"), contacts.map((one) => one.siret)])),
      capacity: capacityOf(prop(value, "allowedPersons")),
      ownerName: inFrench(propAt(value, "hasBeenCreatedBy", "legalName")),
      updatedOn: dayOf(text([prop(value, "lastUpdate"), prop(value, "lastUpdateDatatourisme")])),
    },
    sorted.reason,
  );
}

/** How a point of interest is reached: its own contacts, its booking contacts for the page alone. */
export function waysOfAgents(
  contacts: readonly Agent[],
  bookings: readonly Agent[],
  name: string,
): Ways & { contactName: string | null } {
  const { own, others } = reachedBy(contacts, name);
  const pages = [...own.flatMap((agent) => agent.pages), ...others.flatMap((agent) => agent.pages).filter(isNotOwnPage)];
  return {
    ...sortLinks(
      pages,
      bookings.flatMap((agent) => agent.pages),
    ),
    phones: firstFilled(own, others, (agents) => phonesOf(agents.flatMap((agent) => agent.phones))),
    emails: firstFilled(own, others, (agents) => emailsIn(agents.flatMap((agent) => agent.emails))),
    contactName: text(own.map((agent) => agent.person)),
  };
}

/** The information system's id is the key; the URI another, also as hosts wrote it before 2021. */
function identityOf(identifier: string | null, uri: string | null): Pick<ImportRecord, "externalId" | "otherIds"> {
  const uris = uri === null ? [] : [...new Set([canonicalUri(uri), uri])];
  const externalId = identifier ?? uris[0] ?? "";
  return { externalId, otherIds: uris.filter((one) => one !== externalId) };
}

export function canonicalUri(uri: string): string {
  return uri.replace(/^https?:\/\/data\.datatourisme\.gouv\.fr\//, "https://data.datatourisme.fr/");
}

function placeOf(value: unknown) {
  const locations = list(prop(value, "isLocatedAt"));
  const location = locations.find((one) => prop(one, "address") !== undefined) ?? locations[0];
  const address = prop(location, "address");
  const city = prop(address, "hasAddressCity");
  const geo = locations.map((one) => prop(one, "geo")).find((one) => one !== undefined);
  return {
    street: streetOf(saidAll(prop(address, "streetAddress"))),
    postcode: postcodeOf(text(prop(address, "postalCode"))),
    communeName: inFrench(prop(address, "addressLocality")) ?? inFrench(prop(city, "label")),
    inseeCode: inseeOf(text(prop(city, "insee")) ?? text(get(city, "@id"))?.replace(/^kb:/, "") ?? null),
    ...pointOf(prop(geo, "latitude"), prop(geo, "longitude")),
  };
}

/** What the first group says, else the second. */
function firstFilled(own: Agent[], others: Agent[], read: (agents: Agent[]) => string[]): string[] {
  const found = read(own);
  return found.length > 0 ? found : read(others);
}

/** The page of someone between is never the business's site. */
function isNotOwnPage(page: string): boolean {
  return readWebAddress(page)?.kind !== "own";
}

function reviewLabel(rating: unknown): Label | null {
  const key = (text([get(rating, "@id"), get(rating, "key"), rating]) ?? "").replace(/^.*[:#/]/, "");
  if (/^COVID/i.test(key)) return null;
  const value = Number(text(prop(rating, "ratingValue")) ?? Number.NaN);
  return labelOf(inFrench(prop(rating, "label")) ?? wordsOfKey(key), Number.isFinite(value) ? value : null);
}

/** `LabelRating_AccueilVelo` → « Accueil Velo », `ScaleRating_3etoiles` → « 3 étoiles ». */
function wordsOfKey(key: string): string | null {
  const words = key.replace(/^(?:Label|Scale)Rating_/, "");
  const scale = /^(\d)(etoiles?|epis?|cles?)/.exec(words);
  if (scale) return `${scale[1]} ${(scale[2] ?? "").replace(/^e/, "é").replace("cle", "clé")}`;
  return words === "" ? null : words.replace(/(?<=[a-zé])(?=[A-Z])/g, " ");
}
