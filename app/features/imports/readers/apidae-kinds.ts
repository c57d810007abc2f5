import { fold } from "~/lib/fold";
import type { EstablishmentKind } from "~/lib/vocabulary";
import type { Sorted } from "./datatourisme-kinds";

/** What the sub-types say, folded, and their ids for the exports that leave the labels out. */
export interface ApidaeType {
  type: string;
  labels: string[];
  ids: number[];
  /** `informationsPrestataireActivites.prestataireActivites`, or its activities. */
  isActivityProvider: boolean;
  /** `informationsEquipement.itineraire` says a way to follow. */
  isRoute: boolean;
}

/** APIDAE's types and sub-types (domain 2.2). */
export function sortApidaeType(found: ApidaeType): Sorted {
  const special = specials.find((one) => one.types.includes(found.type) && one.isMet(found, says(found)));
  if (special) return special.sorted;
  const kind = kinds.get(found.type);
  if (kind) return { kind, reason: null };
  return leftOut.get(found.type) ?? { kind: null, reason: "unknown_type" };
}

export const apidaeTypes: ReadonlySet<string> = new Set([
  ...["ACTIVITE", "COMMERCE_ET_SERVICE", "DEGUSTATION", "DOMAINE_SKIABLE", "EQUIPEMENT", "FETE_ET_MANIFESTATION"],
  ...["HEBERGEMENT_COLLECTIF", "HEBERGEMENT_LOCATIF", "HOTELLERIE", "HOTELLERIE_PLEIN_AIR", "PATRIMOINE_CULTUREL"],
  ...["PATRIMOINE_NATUREL", "RESTAURATION", "SEJOUR_PACKAGE", "STRUCTURE", "TERRITOIRE"],
]);

const kinds: ReadonlyMap<string, EstablishmentKind> = new Map([
  ["HOTELLERIE", "hotel"],
  ["HOTELLERIE_PLEIN_AIR", "camping"],
  ["HEBERGEMENT_LOCATIF", "rental"],
  ["HEBERGEMENT_COLLECTIF", "group_lodging"],
  ["RESTAURATION", "restaurant"],
  ["ACTIVITE", "activity"],
  ["DOMAINE_SKIABLE", "activity"],
  ["EQUIPEMENT", "activity"],
  ["PATRIMOINE_CULTUREL", "site"],
  ["DEGUSTATION", "producer"],
  ["COMMERCE_ET_SERVICE", "shop_service"],
]);

const leftOut: ReadonlyMap<string, Sorted> = new Map([
  ["FETE_ET_MANIFESTATION", { kind: null, reason: "event" }],
  ["PATRIMOINE_NATUREL", { kind: null, reason: "nature" }],
  ["TERRITOIRE", { kind: null, reason: "public_place" }],
]);

interface Special {
  types: string[];
  sorted: Sorted;
  isMet: (found: ApidaeType, said: (pattern: RegExp) => boolean) => boolean;
}

const specials: readonly Special[] = [
  {
    types: ["HOTELLERIE_PLEIN_AIR", "EQUIPEMENT", "COMMERCE_ET_SERVICE"],
    sorted: { kind: "motorhome_area", reason: null },
    isMet: (_, said) => said(/camping car|autocaravane/),
  },
  {
    types: ["HEBERGEMENT_LOCATIF"],
    sorted: { kind: "guesthouse", reason: null },
    isMet: (found, said) => said(/chambres? d'hote/) || found.ids.includes(GUESTHOUSE_ID),
  },
  {
    types: ["COMMERCE_ET_SERVICE"],
    sorted: { kind: "activity", reason: null },
    isMet: (found, said) =>
      found.isActivityProvider || said(/prestataires? d'activite/) || found.ids.includes(ACTIVITY_PROVIDER_ID),
  },
  {
    types: ["EQUIPEMENT"],
    sorted: { kind: null, reason: "tour" },
    isMet: (found, said) => found.isRoute || said(/^itineraire|sentier|veloroute|voie verte/),
  },
  {
    types: ["EQUIPEMENT", "COMMERCE_ET_SERVICE"],
    sorted: { kind: null, reason: "public_place" },
    isMet: (_, said) =>
      said(
        /pique nique|toilettes?|parking|stationnement|gare|arret de|aire de jeux|point d'eau|defibrillateur|borne|administratif/,
      ),
  },
  {
    types: ["STRUCTURE"],
    sorted: { kind: null, reason: "public_place" },
    isMet: (_, said) => said(/office de tourisme|mairie|commune|collectivite|administration|service public|syndicat/),
  },
  {
    types: ["STRUCTURE"],
    sorted: { kind: "event_organiser", reason: null },
    isMet: (_, said) => said(/association|organisat|comite des fetes|festival/),
  },
];

function says(found: ApidaeType): (pattern: RegExp) => boolean {
  const folded = found.labels.map((label) => fold(label));
  return (pattern) => folded.some((label) => pattern.test(label));
}

/** « Chambres d'hôtes » and « Prestataires d'activités » in the reference list. */
const GUESTHOUSE_ID = 2619;
const ACTIVITY_PROVIDER_ID = 4015;
