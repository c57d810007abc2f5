import { and, eq, or, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { communePostcodes, communes, organisationCommunes } from "~/db/schema/organisations.server";
import { findCommune, searchCommunes } from "~/features/organisations/communes.queries.server";
import { fold } from "~/lib/fold";

export interface Place {
  inseeCode: string | null;
  communeName: string;
  postcode: string | null;
}

/**
 * « Soulac-sur-Mer (33780) », or a name with its postcode beside, as a commune of the official list: merged
 * communes answer with the new one; of several of one name, the one that the office covers. Not found, the
 * words are kept as they are.
 */
export function findPlace(ownerId: string, typed: { commune: string; postcode?: string | undefined }): Place {
  const postcode = typed.postcode ?? /\b\d{5}\b/.exec(typed.commune)?.[0];
  const name = typed.commune.replace(/[(),]|\b\d{5}\b/g, " ").trim();
  const commune = findNamed(ownerId, name, postcode);
  return { inseeCode: commune?.inseeCode ?? null, communeName: commune?.name ?? name, postcode: postcode ?? null };
}

function findNamed(ownerId: string, name: string, postcode: string | undefined) {
  return findCommune({ name, postcode }) ?? findCommune({ inseeCode: findCovered(ownerId, name) }) ?? findCommune({ name });
}

/** At most 20 communes as a form offers them: « Soulac-sur-Mer (33780) ». */
export function suggestCommunes(words: string): string[] {
  const postcode = /\b\d{5}\b/.exec(words)?.[0];
  return searchCommunes(words).map(({ inseeCode, name }) => {
    const served = postcode ?? postcodeOf(inseeCode);
    return served ? `${name} (${served})` : name;
  });
}

/** The one commune of this name that the office covers, or nothing. */
function findCovered(ownerId: string, name: string): string | undefined {
  const rows = db()
    .select({ code: communes.inseeCode })
    .from(communes)
    .innerJoin(
      organisationCommunes,
      or(eq(organisationCommunes.inseeCode, communes.inseeCode), eq(organisationCommunes.inseeCode, communes.currentInseeCode)),
    )
    .where(and(eq(organisationCommunes.organisationId, ownerId), eq(communes.searchText, fold(name))))
    .limit(2)
    .all();
  return rows.length === 1 ? rows[0]?.code : undefined;
}

function postcodeOf(inseeCode: string): string | undefined {
  return db()
    .select({ postcode: sql<string>`min(${communePostcodes.postcode})` })
    .from(communePostcodes)
    .where(eq(communePostcodes.inseeCode, inseeCode))
    .get()?.postcode;
}
