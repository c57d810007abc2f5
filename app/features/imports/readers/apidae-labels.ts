import { fold } from "~/lib/fold";
import { dig, isObject, list } from "~/lib/json-values";
import { type Label, labelOf, labelsOf } from "./labels";

/** The official star rating, the labels of its type, « Tourisme & Handicap », and the marks among the promotion types. */
export function apidaeLabels(value: unknown, information: unknown, read: (reference: unknown) => string | null): Label[] {
  const details = isObject(information) ? Object.entries(information) : [];
  const named = (pattern: RegExp) => details.filter(([key]) => pattern.test(key)).flatMap(([, one]) => list(one).map(read));
  const promotion = list(dig(value, "presentation", "typologiesPromoSitra")).map(read);
  const all = [
    ...named(/^classement(?:Prefectoral)?$/),
    ...named(/^labels/),
    ...named(/^chainesEtLabels$/),
    ...list(dig(value, "prestations", "labelsTourismeHandicap")).map(read),
    ...promotion.filter((one) => marks.test(fold(one ?? ""))),
  ];
  return labelsOf(all.map((one) => labelOf(one)));
}

/** Marks that APIDAE keeps among its promotion types, next to words that are none. */
const marks =
  /accueil velo|qualite tourisme|vignobles|clef verte|green key|ecolabel|tourisme (?:et|&) handicap|destination d'excellence|famille plus|station verte|parc naturel|esprit parc|valeurs parc|maitre restaurateur|bienvenue a la ferme|gites de france|clevacances|accueil paysan|cafe de pays|bistrot de pays|entreprise du patrimoine|jardin remarquable|musee de france|monument historique|rando accueil|bienvenue velo|logis/;
