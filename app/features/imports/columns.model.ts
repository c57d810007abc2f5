import { fold } from "~/lib/fold";
import type { EstablishmentKind, ImportContent } from "~/lib/vocabulary";
import { proposeMapping, tableFields } from "./table";

/** What a column of a follow-up file can tell, in the order of the mapping screen. */
export const pastSessionFields = [
  "heldOn",
  "provider",
  "commune",
  "duration",
  "channel",
  "theme",
  "note",
  "privateNote",
  "author",
] as const;

/** What a column of the yearly partner file can tell. */
export const partnerFields = ["provider", "siret", "commune", "level", "amount", "year"] as const;

export const columnFields = {
  listings: tableFields,
  past_sessions: pastSessionFields,
  partners: partnerFields,
} as const satisfies Record<ImportContent, readonly string[]>;
export type ColumnField = (typeof columnFields)[ImportContent][number];
export type Columns = Partial<Record<ColumnField, string>>;

/** What each column of a table is, and what holds for all its rows. */
export interface TableMapping {
  content: ImportContent;
  /** Field → title of its column; what is left out is not read. */
  columns: Columns;
  /** Of rows, and of new providers, whose type nothing tells. */
  defaultKind?: EstablishmentKind | undefined;
  /** The partners' year where no column tells it. */
  year?: number | undefined;
}

/** A table's titles with the values of its first rows. */
export interface TableSample {
  columns: string[];
  examples: string[][];
}

/** The columns that the titles suggest for what the file holds; a person confirms them. */
export function proposeColumns(content: ImportContent, titles: readonly string[]): Columns {
  if (content === "listings") return proposeMapping(titles);
  const columns: Columns = {};
  const taken = new Set<string>();
  for (const [field, pattern] of patternsOf[content]) {
    const title = titles.find((one) => !taken.has(one) && pattern.test(plain(one)));
    if (title === undefined) continue;
    columns[field] = title;
    taken.add(title);
  }
  return columns;
}

/** What a file of these titles most likely holds. */
export function guessContent(titles: readonly string[]): ImportContent {
  const sessions = proposeColumns("past_sessions", titles);
  if (sessions.heldOn && sessions.duration) return "past_sessions";
  const partners = proposeColumns("partners", titles);
  return partners.provider && (partners.amount ?? partners.level) ? "partners" : "listings";
}

/** Does some content know this title? Finds the row of titles among a sheet's first ones. */
export function isFollowUpTitle(cell: string): boolean {
  const title = plain(cell);
  if (title === "" || title.length > 60) return false;
  return [...patternsOf.past_sessions, ...patternsOf.partners].some(([, pattern]) => pattern.test(title));
}

export type ColumnsProblem = { key: "columnTwice" | "columnMissing"; field: ColumnField };

/** What is wrong with chosen columns: the same thing twice, or what cannot be done without. */
export function findProblem({ content, columns, year }: TableMapping, picked: readonly string[]): ColumnsProblem | undefined {
  const fields: readonly ColumnField[] = columnFields[content];
  const twice = fields.find((field) => picked.filter((one) => one === field).length > 1);
  if (twice) return { key: "columnTwice", field: twice };
  const missing = requiredOf[content].find((field) => columns[field] === undefined && !(field === "year" && year));
  if (missing === "provider" && content === "partners" && columns.siret) return undefined;
  return missing ? { key: "columnMissing", field: missing } : undefined;
}

const requiredOf: Record<ImportContent, readonly ColumnField[]> = {
  listings: ["name"],
  past_sessions: ["heldOn", "provider", "duration"],
  partners: ["provider", "year"],
};

function plain(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Jottings are taken as private unless their title speaks of an account written to be read. */
const patternsOf: Record<"past_sessions" | "partners", readonly (readonly [ColumnField, RegExp])[]> = {
  past_sessions: [
    ["heldOn", /^(?:date|jour)\b|\bdate\b/],
    ["duration", /^(?:duree|temps|minutes|nb d heures|heures|h|min)\b|\bduree\b/],
    ["channel", /^(?:mode|canal|modalite|moyen|type de contact|lieu|forme)\b/],
    ["theme", /^(?:theme|thematique|sujet|objet|domaine)\b/],
    ["author", /^(?:auteur|animateur|animatrice|ant|conseiller|conseillere|agent|par|qui|saisi par|intervenant)\b/],
    ["note", /^(?:compte rendu|cr|bilan|resume|synthese)\b/],
    ["privateNote", /^(?:note|notes|commentaires?|remarques?|observations?|details?|contenu|actions?)\b/],
    ["commune", /^(?:commune|ville|localite)\b|\bcommune\b/],
    [
      "provider",
      /^(?:prestataire|socio ?pro|socioprofessionnel|etablissement|structure|entreprise|nom|raison sociale|enseigne|beneficiaire|client)\b/,
    ],
  ],
  partners: [
    ["siret", /siret/],
    ["year", /^(?:annee|exercice|millesime|saison)\b/],
    ["amount", /^(?:montant|cotisation|tarif|prix|total|reglement)\b|\bmontant\b|\beuros?\b/],
    ["level", /^(?:niveau|formule|pack|offre|categorie d adhesion|type d adhesion|adhesion|partenariat)\b/],
    ["commune", /^(?:commune|ville|localite)\b|\bcommune\b/],
    [
      "provider",
      /^(?:prestataire|partenaire|adherent|etablissement|structure|entreprise|nom|raison sociale|enseigne|socio ?pro|socioprofessionnel)\b/,
    ],
  ],
};
