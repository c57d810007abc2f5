import { text } from "~/lib/json-values";
import type { ImportRecord } from "../model";
import { canonicalUri, waysOfAgents } from "./datatourisme";
import type { Agent } from "./datatourisme-agents";
import { sortClasses } from "./datatourisme-kinds";
import { blankRecord, finished } from "./draft";
import { dayOf, pointOf, postcodeOf, streetOf } from "./fields";
import { labelOf, labelsOf } from "./labels";
import { bareClass } from "./linked-data";
import { readWebAddress } from "./web-address";

/** Whether a table's titles are those of the files that data.gouv.fr publishes. */
export function isDatatourismeCsv(columns: readonly string[]): boolean {
  return columns.includes("Nom_du_POI") && columns.includes("URI_ID_du_POI");
}

/** One row of the published CSV: no identifier of the information system there, so the URI is the key. */
export function readDatatourismeRow(columns: readonly string[], row: readonly string[]): ImportRecord {
  const cell = (title: string) => text(row[columns.indexOf(title)]);
  const parts = (title: string) => cell(title)?.split("|") ?? [];
  const name = cell("Nom_du_POI") ?? "";
  const uri = cell("URI_ID_du_POI");
  const externalId = uri === null ? "" : canonicalUri(uri);
  const sorted = sortClasses(new Set(parts("Categories_de_POI").map(bareClass)), null);
  const [postcode, commune] = cell("Code_postal_et_commune")?.split("#") ?? [];
  return finished(
    {
      ...blankRecord("datatourisme"),
      externalId,
      otherIds: uri !== null && uri !== externalId ? [uri] : [],
      name,
      kind: sorted.kind,
      street: streetOf([cell("Adresse_postale")]),
      postcode: postcodeOf(text(postcode)),
      communeName: text(commune),
      ...pointOf(cell("Latitude"), cell("Longitude")),
      ...waysOfAgents(parts("Contacts_du_POI").map(agentOf), [], name),
      labels: labelsOf(parts("Classements_du_POI").map((one) => labelOf(one.split("#")[0] ?? null))),
      ownerName: cell("Createur_de_la_donnee"),
      updatedOn: dayOf(cell("Date_de_mise_a_jour")),
    },
    sorted.reason,
  );
}

/** « Name#page<>mail<>phone »: what each is shows by its look. */
function agentOf(packed: string): Agent {
  const [name, ...rest] = packed.split("#");
  const agent: Agent = { legalName: text(name), person: null, phones: [], emails: [], pages: [], siret: null };
  for (const said of rest.join("#").split(/<>|#(?=https?:|\+|0\d)/)) {
    if (/^[^\s/]+@[^\s/]+$/.test(said.trim())) agent.emails.push(said);
    else if (readWebAddress(said)) agent.pages.push(said);
    else agent.phones.push(said);
  }
  return agent;
}
