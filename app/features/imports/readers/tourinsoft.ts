import { fold } from "~/lib/fold";
import { dig, get, isObject, list, text, texts } from "~/lib/json-values";
import type { ImportRecord } from "../model";
import { identifierKinds, type Sorted } from "./datatourisme-kinds";
import { blankRecord, finished } from "./draft";
import { capacityOf, dayOf, pointOf, siretOf } from "./fields";
import { kindOfWords } from "./kind-words";
import { labelOf, labelsOf } from "./labels";
import { tourinsoftAddress } from "./tourinsoft-address";
import { tourinsoftWays } from "./tourinsoft-ways";

export function isTourinsoft(value: unknown): boolean {
  return text([get(value, "SyndicObjectID"), get(value, "SyndicObjectId"), get(value, "SyndicObjectName")]) !== null;
}

/** One object of a syndication, v1 to v3: each syndication names its own fields, so they are met by what their names say. */
export function readTourinsoft(value: unknown): ImportRecord {
  const id = text([get(value, "SyndicObjectID"), get(value, "SyndicObjectId")]) ?? "";
  const sorted = sortType(value, id);
  return finished(
    {
      ...blankRecord("tourinsoft"),
      externalId: id,
      name: text([get(value, "SyndicObjectName"), get(value, "title"), get(value, "RaisonSociale")]) ?? "",
      kind: sorted.kind,
      ...tourinsoftAddress(value),
      ...pointOf(
        text([get(value, "GmapLatitude"), get(value, "GooglemapLatitude"), get(value, "Latitude")]),
        text([get(value, "GmapLongitude"), get(value, "GooglemapLongitude"), get(value, "Longitude")]),
      ),
      ...tourinsoftWays(value),
      labels: labelsOf(
        [...wordsUnder(value, /^classements?(?!ification)/), ...wordsUnder(value, /label/)].map((one) => labelOf(one)),
      ),
      siret: siretOf(text(fieldsNamed(value, /^siret/).map((one) => text(one)))),
      capacity: capacityOf(
        text(fieldsNamed(value, /^capacite(?:totale|maximum|max|accueil|personnes)?$/).map((one) => text(one))),
      ),
      ownerName: text([
        get(value, "StructureName"),
        dig(value, "Structure", "Name"),
        dig(value, "Structure", "Nom"),
        dig(value, "Structure", "StructureName"),
      ]),
      updatedOn: dayOf(text([get(value, "Updated"), get(value, "Updatedate")])),
    },
    sorted.reason,
  );
}

/** The type's name, unless a classification tells a guesthouse among rentals; else the identifier's first letters. */
function sortType(value: unknown, id: string): Sorted {
  const named = kindOfWords(text(get(value, "ObjectTypeName")));
  const letters = id.slice(0, 3).toUpperCase();
  const told = identifierKinds.get(letters);
  const sorted = named ?? identifierSkips.get(letters) ?? (told ? { kind: told, reason: null } : null);
  if (sorted?.kind !== "rental") return sorted ?? { kind: null, reason: "unknown_type" };
  const detailed = wordsUnder(value, /^(?:classification|type|categorie)(?!.*ouverture)/).map(kindOfWords);
  return detailed.some((one) => one?.kind === "guesthouse") ? { kind: "guesthouse", reason: null } : sorted;
}

const identifierSkips: ReadonlyMap<string, Sorted> = new Map([
  ["FMA", { kind: null, reason: "event" }],
  ["ITI", { kind: null, reason: "tour" }],
  ["PNA", { kind: null, reason: "nature" }],
  ["STR", { kind: null, reason: "public_place" }],
  ["ORG", { kind: null, reason: "public_place" }],
]);

/** Values of the fields whose name, lower case without accents, fits. */
export function fieldsNamed(value: unknown, pattern: RegExp): unknown[] {
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([key, one]) => one !== null && pattern.test(fold(key).replace(/[^a-z0-9]/g, "")))
    .map(([, one]) => one);
}

/** Words of a field, packed (`a#b`) or nested (`[{ThesLibelle}]`). */
function wordsUnder(value: unknown, pattern: RegExp): string[] {
  return fieldsNamed(value, pattern)
    .flatMap(list)
    .flatMap((one) => (isObject(one) ? thesaurusWords(one) : texts(one).flatMap((words) => words.split(/[#$]/))))
    .map((one) => one.split("|")[0]?.trim() ?? "")
    .filter((one) => one !== "");
}

function thesaurusWords(value: Record<string, unknown>): string[] {
  const own = text(value.ThesLibelle);
  if (own !== null) return [own];
  return Object.values(value).flatMap((one) => texts(get(one, "ThesLibelle")));
}
