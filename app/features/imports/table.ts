import { fold } from "~/lib/fold";

/** What a column of a spreadsheet can tell; the order is that of the mapping screen. */
export const tableFields = [
  "externalId",
  "name",
  "type",
  "street",
  "street2",
  "postcode",
  "commune",
  "inseeCode",
  "phone",
  "phone2",
  "email",
  "website",
  "bookingUrl",
  "facebook",
  "instagram",
  "rating",
  "label",
  "contactName",
  "contactFirstName",
  "siret",
  "capacity",
  "latitude",
  "longitude",
  "ownerName",
  "updatedOn",
] as const;
export type TableField = (typeof tableFields)[number];

/** Field → title of its column; what is left out is not read. */
export type ColumnMapping = Partial<Record<TableField, string>>;

/** The place of the row that looks most like titles among a sheet's first filled ones: sheets often begin with a name and a date. */
export function titlePlace(filled: readonly (readonly string[])[], isTitle: (cell: string) => boolean): number {
  const scores = filled.map((row) => row.filter((cell) => fieldOfTitle(cell) !== null || isTitle(cell)).length);
  const best = Math.max(0, ...scores);
  if (best >= 2) return scores.indexOf(best);
  return Math.max(
    0,
    filled.findIndex((row) => row.filter((cell) => cell !== "").length > 1),
  );
}

export function titlesOf(row: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return row.map((cell, place) => {
    const title = cell === "" ? `Colonne ${place + 1}` : cell;
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count > 1 ? `${title} (${count})` : title;
  });
}

/** The mapping that the titles suggest; a person confirms it. */
export function proposeMapping(columns: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {};
  const taken = new Set<string>();
  for (const [field, patterns] of titlePatterns) {
    const title = patterns
      .map((pattern) => columns.find((one) => !taken.has(one) && pattern.test(plain(one))))
      .find((one) => one !== undefined);
    if (title === undefined) continue;
    mapping[field] = title;
    taken.add(title);
  }
  return mapping;
}

function fieldOfTitle(cell: string): TableField | null {
  const title = plain(cell);
  if (title === "" || title.length > 60) return null;
  return titlePatterns.find(([, patterns]) => patterns.some((pattern) => pattern.test(title)))?.[0] ?? null;
}

function plain(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** French titles, the surest pattern first; a column serves one field. */
const titlePatterns: readonly (readonly [TableField, readonly RegExp[]])[] = [
  [
    "externalId",
    [
      /^(?:id|identifiant|uuid|syndicobjectid|ref|reference|code|numero|n)(?: (?:sit|apidae|tourinsoft|fiche|offre|etablissement|objet|datatourisme))?$/,
      /^id /,
    ],
  ],
  ["siret", [/^(?:n |no |numero (?:de )?)?siret/]],
  ["postcode", [/^(?:code postal|cp|codepostal|postal code|zip)\b/, /code postal/]],
  ["inseeCode", [/insee/]],
  ["commune", [/^(?:commune|ville|localite|city)\b/, /commune|ville$/]],
  ["latitude", [/^(?:lat|latitude|y)\b/, /latitude/]],
  ["longitude", [/^(?:lon|lng|long|longitude|x)\b/, /longitude/]],
  [
    "email",
    [/^(?:e mail|email|mail|mel|courriel|adresse (?:e mail|mail|electronique|email))\b/, /courriel|e mail|email|\bmail\b/],
  ],
  ["bookingUrl", [/reservation|billetterie/]],
  ["facebook", [/facebook/]],
  ["instagram", [/instagram/]],
  ["website", [/^(?:site|site web|site internet|url|web|www)\b/, /site (?:web|internet)|\burl\b/]],
  ["phone2", [/^(?:portable|mobile|gsm|tel(?:ephone)? (?:2|portable|mobile))\b/]],
  ["phone", [/^(?:tel|telephone|phone|fixe|n de telephone|numero de telephone)\b/, /telephone|\btel\b/]],
  ["contactFirstName", [/prenom/]],
  [
    "contactName",
    [
      /^(?:contact|responsable|gerant|dirigeant|proprietaire|exploitant|referent|interlocuteur|nom (?:du |de l |de la |de )?(?:contact|responsable|gerant|proprietaire|exploitant|referent|dirigeant|famille))/,
    ],
  ],
  [
    "name",
    [
      /^(?:nom commercial|enseigne|raison sociale|nom (?:de l )?(?:etablissement|offre|structure|prestataire|hebergement)|denomination)/,
      /^(?:nom|etablissement|prestataire|structure|intitule|name|titre|libelle)\b/,
    ],
  ],
  ["rating", [/^(?:classement|etoiles|nombre d etoiles|categorie de classement|epis)\b/]],
  ["type", [/^(?:typologie|type|nature|activite|categorie|famille|secteur|kind)\b/, /type d|activite/]],
  ["label", [/^(?:labels?|marques?)\b/]],
  ["street2", [/^(?:complement|adresse (?:2|complementaire|suite)|lieu dit|adresse complement)/]],
  ["street", [/^(?:adresse|adresse (?:1|postale)|rue|voie|address|numero et voie)\b/]],
  ["capacity", [/^(?:capacite|nombre de personnes|nb personnes|places|couverts)/]],
  ["ownerName", [/^(?:office|office de tourisme|structure gestionnaire|proprietaire de la fiche|createur)/]],
  ["updatedOn", [/mise a jour|^(?:maj|date de maj|updated|modifie le|derniere modification)/]],
];
