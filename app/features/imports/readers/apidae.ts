import { dig, get, isObject, list, number, text } from "~/lib/json-values";
import type { ImportRecord } from "../model";
import { apidaeTypes, sortApidaeType } from "./apidae-kinds";
import { apidaeLabels } from "./apidae-labels";
import { apidaeWays } from "./apidae-ways";
import { blankRecord, finished } from "./draft";
import { capacityOf, dayOf, inseeOf, pointOf, postcodeOf, siretOf, streetOf } from "./fields";

/** What an export's side files tell: communes and labels by id. */
export interface ApidaeReferences {
  communes: ReadonlyMap<string, { code: string | null; name: string | null; postcode: string | null }>;
  labels: ReadonlyMap<string, string>;
}

export const noReferences: ApidaeReferences = { communes: new Map(), labels: new Map() };

export function isApidae(value: unknown): boolean {
  return apidaeTypes.has(text(get(value, "type")) ?? "");
}

/** One « objet touristique » (domain 2.2 and 2.4). */
export function readApidae(value: unknown, references: ApidaeReferences = noReferences): ImportRecord {
  const type = text(get(value, "type")) ?? "";
  const information = informationOf(value, type);
  const state = text(get(value, "state")) ?? "PUBLISHED";
  const sorted = sortApidaeType({ type, ...subTypes(information, references), ...hints(value, information) });
  const identifier = text(get(value, "identifier"));
  const externalId = text([get(value, "id"), identifier]) ?? "";
  return finished(
    {
      ...blankRecord("apidae"),
      externalId,
      otherIds: identifier !== null && identifier !== externalId ? [identifier] : [],
      name: labelOfReference(get(value, "nom"), noReferences) ?? "",
      kind: sorted.kind,
      ...placeOf(value, references),
      ...apidaeWays(value),
      labels: apidaeLabels(value, information, (one) => labelOfReference(one, references)),
      contactName: contactName(get(value, "contacts")),
      siret: siretOf(text([dig(value, "informations", "informationsLegales", "siret"), dig(information, "siret")])),
      capacity: capacity(get(information, "capacite")),
      ownerName: text(dig(value, "gestion", "membreProprietaire", "nom")),
      updatedOn: dayOf(text(dig(value, "gestion", "dateModification"))),
    },
    state !== "PUBLISHED" ? "unpublished" : sorted.reason,
  );
}

/** `libelleFr`, else any language, else the reference list's label for its id. */
export function labelOfReference(value: unknown, references: ApidaeReferences): string | null {
  const named = text([get(value, "libelleFr"), get(value, "libelle"), dig(value, "libelle", "fr")]);
  if (named !== null) return named;
  const other = isObject(value)
    ? Object.keys(value).find((key) => /^libelle[A-Z]/.test(key) && text(value[key]) !== null)
    : undefined;
  return (other && text(get(value, other))) ?? references.labels.get(text(get(value, "id")) ?? "") ?? null;
}

/** `informationsHotellerie`, `informationsFeteEtManifestation`…: the details of its type. */
function informationOf(value: unknown, type: string): unknown {
  const key = `informations${type.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
  return get(value, key);
}

function subTypes(information: unknown, references: ApidaeReferences): { labels: string[]; ids: number[] } {
  if (!isObject(information)) return { labels: [], ids: [] };
  const told = Object.entries(information)
    .filter(([key]) => /Type$|^rubrique$|^types|^categories$|^activites$/.test(key) && !/label/i.test(key))
    .flatMap(([, one]) => list(one));
  return {
    labels: told.map((one) => labelOfReference(one, references)).filter((one) => one !== null),
    ids: told.map((one) => number(get(one, "id"))).filter((one) => one !== null),
  };
}

function hints(value: unknown, information: unknown): { isActivityProvider: boolean; isRoute: boolean } {
  const route = get(information, "itineraire");
  return {
    isActivityProvider: dig(value, "informationsPrestataireActivites", "prestataireActivites") === true,
    isRoute:
      isObject(route) && ["distance", "dureeJournaliere", "denivellationPositive"].some((key) => number(route[key]) !== null),
  };
}

function placeOf(value: unknown, references: ApidaeReferences) {
  const address = dig(value, "localisation", "adresse");
  const commune = dig(address, "commune");
  const known = references.communes.get(text(get(commune, "id")) ?? "");
  const geo = dig(value, "localisation", "geolocalisation");
  const [longitude, latitude] = list(dig(geo, "geoJson", "coordinates"));
  return {
    street: streetOf(["adresse1", "adresse2", "adresse3"].map((key) => text(get(address, key)))),
    postcode: postcodeOf(text([get(address, "codePostal"), get(commune, "codePostal"), get(known, "postcode")])),
    communeName: text([get(commune, "nom"), get(known, "name")]),
    inseeCode: inseeOf(text([get(commune, "code"), get(known, "code")])),
    ...(get(geo, "valide") === false ? pointOf(null, null) : pointOf(latitude, longitude)),
  };
}

/** The referent of the listing, else whoever is named first. */
function contactName(value: unknown): string | null {
  const people = list(value);
  const named = [...people.filter((one) => get(one, "referent") === true), ...people].map((one) =>
    [text(get(one, "prenom")), text(get(one, "nom"))].filter((part) => part !== null).join(" "),
  );
  return named.find((one) => one !== "") ?? null;
}

function capacity(value: unknown): number | null {
  const counts = capacityKeys.map((key) => capacityOf(get(value, key)));
  return counts.find((one) => one !== null) ?? null;
}

const capacityKeys = [
  ...["capaciteTotale", "capaciteHebergement", "capaciteMaximumPossible", "nombreTotalPersonnes", "nombreMaximumPersonnes"],
  ...["nombrePersonnesMax", "capaciteTotalePersonnes", "nombreMaximumCouverts", "nombrePersonnesClassees"],
];
