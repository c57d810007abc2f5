import { fold } from "~/lib/fold";
import type { EstablishmentKind } from "~/lib/vocabulary";
import type { SkipReason } from "../model";
import type { Sorted } from "./datatourisme-kinds";

/** What French words for a type say; null when they say nothing known. The first pattern that fits decides. */
export function kindOfWords(words: string | null): Sorted | null {
  const folded = fold(words ?? "").replace(/[_/]/g, " ");
  if (folded === "") return null;
  return patterns.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

const kind = (name: EstablishmentKind): Sorted => ({ kind: name, reason: null });
const skip = (reason: SkipReason): Sorted => ({ kind: null, reason });

const patterns: readonly (readonly [RegExp, Sorted])[] = [
  [/porteur de projet|^projet|creation en cours/, kind("project")],
  [/organisat(?:eur|rice)|comite des fetes|association|evenementiel/, kind("event_organiser")],
  [/camping ?car|autocaravane/, kind("motorhome_area")],
  [/plein air|camping|aire naturelle|parc residentiel|^hpa$/, kind("camping")],
  [
    /chambres? d'? ?hotes?|chambres? chez l'habitant|maisons? d'hotes?|tables? d'hotes?|bed (?:and|&) breakfast|^chb$|guesthouse/,
    kind("guesthouse"),
  ],
  [
    /gites? (?:de groupe|d'etape|de sejour|d'enfants)|collecti[fv]|villages? (?:de )?vacances|auberges? de jeunesse|refuge|centres? de vacances|hostel/,
    kind("group_lodging"),
  ],
  [/hotel|residences? (?:de tourisme|hoteliere)|^residences?$|^hot$/, kind("hotel")],
  [/location (?:de |d')?(?:velo|vtt|canoe|kayak|bateau|barque|ski|materiel|paddle|trottinette|quad|moto|ane)/, kind("activity")],
  [
    /meuble|gites?\b|locati(?:f|ve|on)|appartement|villa|chalet|cabane|yourte|roulotte|insolite|maison de vacances|^hlo$|hebergement/,
    kind("rental"),
  ],
  [
    /brasserie artisanale|micro brasserie|brasseur|distill|vigneron|viticult|domaine viticole|caves?\b|vignoble|producteur|degustation|fromagerie|apicult|ferme (?!auberge)|exploitation agricole|huilerie|moulin a huile|terroir/,
    kind("producer"),
  ],
  [
    /restau|brasserie|cafe|\bbars?\b|creperie|pizz|bistro|ferme auberge|salon de the|snack|glacier|traiteur|guinguette|table gastronomique/,
    kind("restaurant"),
  ],
  [
    /office de tourisme|bureau d'information|mairie|organisme|collectivite|toilettes|parking|pique nique|service public|gare\b|pharmacie|medecin/,
    skip("public_place"),
  ],
  [/fetes? et manif|manifestation|evenement|agenda|festival|concert|spectacle/, skip("event")],
  [/itineraire|circuit|randonnee pedestre|sentier|parcours de rando|veloroute|voie verte/, skip("tour")],
  [/patrimoine naturel|site naturel|plage|point de vue|cascade|^nature/, skip("nature")],
  [
    /musee|chateau|patrimoine|jardin|abbaye|grotte|zoo|animalier|monument|sites?\b|visite|galerie|ecomusee|aquarium|memorial/,
    kind("site"),
  ],
  [
    /activite|loisir|sport|canoe|kayak|karting|golf|equest|equitation|accrobranche|guide|bateau|croisiere|plongee|surf|velo|parc d'attraction|spa\b|bien etre|thermal|thalasso|escape|aventure|equipement/,
    kind("activity"),
  ],
  [
    /commerce|boutique|magasin|artisan|service|transport|taxi|agence|loueur|seminaire|salle de reception|location de salle|epicerie|librairie|marche\b/,
    kind("shop_service"),
  ],
];
