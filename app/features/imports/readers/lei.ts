import { text } from "~/lib/json-values";
import type { XmlElement } from "~/lib/xml";
import type { ImportRecord } from "../model";
import { blankRecord, finished } from "./draft";
import { dayOf, inseeOf, pointOf, postcodeOf, siretOf, streetOf } from "./fields";
import { kindOfWords } from "./kind-words";
import { sortWays, type Way, type WayKind } from "./ways";

/** The products of a LEI answer, wherever they stand in it. */
export function leiProducts(element: XmlElement): XmlElement[] {
  if (element.children.some((child) => child.name === "PRODUIT")) return [element];
  return element.children.flatMap(leiProducts);
}

/** One `sit_liste` (domain 2.3); coordinates are written with a comma. */
export function readLei(product: XmlElement): ImportRecord {
  const field = (name: string) => text(product.children.filter((child) => child.name === name).map((child) => child.text));
  const sorted = kindOfWords(field("TYPE_NOM"));
  return finished(
    {
      ...blankRecord("lei"),
      externalId: field("PRODUIT") ?? "",
      name: field("NOM") ?? "",
      kind: sorted?.kind ?? null,
      street: streetOf([
        text([[field("ADRPROD_NUM_VOIE"), field("ADRPROD_LIB_VOIE")].filter((part) => part !== null).join(" ")]),
        field("ADRPROD_COMPL_ADRESSE"),
      ]),
      postcode: postcodeOf(field("ADRPROD_CP")),
      communeName: text([field("ADRPROD_LIBELLE_COMMUNE"), field("COMMUNE")]),
      inseeCode: inseeOf(field("INSEE")),
      ...pointOf(field("LATITUDE"), field("LONGITUDE")),
      ...sortWays(waysOf(field)),
      contactName: [field("PREST_PRENOM_RESP"), field("PREST_NOM_RESP")].filter((part) => part !== null).join(" ") || null,
      siret: siretOf(field("SIRET")),
      ownerName: field("ENTITE_GESTIONNAIRE_NOM"),
      updatedOn: dayOf(field("DATMAJ")),
    },
    sorted?.reason ?? null,
  );
}

/** The product's own ways; where it has none, its provider's. */
function waysOf(field: (name: string) => string | null): Way[] {
  return leiWays.flatMap(([kind, ends]) => {
    const own = ends.map((end) => field(`ADRPROD_${end}`)).filter((one) => one !== null);
    const said = own.length > 0 ? own : ends.map((end) => field(`ADRPREST_${end}`)).filter((one) => one !== null);
    return said.map((one) => ({ kind, said: one }));
  });
}

const leiWays: readonly (readonly [WayKind, readonly string[]])[] = [
  ["phone", ["TEL", "TEL2", "TEL_PORT", "PORTABLE"]],
  ["email", ["EMAIL", "EMAIL2"]],
  ["site", ["URL", "URL2"]],
];
