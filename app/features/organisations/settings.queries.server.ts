import { and, asc, count, eq, inArray, isNull, like, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { db } from "~/db/client.server";
import { communes, epcis, funders, organisationCommunes, organisations, tags } from "~/db/schema/organisations.server";
import { NotFoundError } from "~/lib/errors";
import { escapeLike, fold } from "~/lib/fold";
import { getWorkplace } from "./queries.server";

/** The organisation asked for, else the one worked in; NotFoundError where its settings are not the actor's. */
export function getSettings(actor: Actor, asked: string | null) {
  const id = asked || getWorkplace(actor, "organisation.settings").id;
  const found = db().select().from(organisations).where(eq(organisations.id, id)).get();
  if (!found || !can(actor, "organisation.settings", { ownerId: found.id })) throw new NotFoundError("settings");
  return { ...found, ownerId: found.id };
}

export type Office = ReturnType<typeof getSettings>;

/** The communes that an organisation covers, by name. */
export function listCoveredCommunes(organisationId: string) {
  return db()
    .select({ inseeCode: communes.inseeCode, name: communes.name, departement: communes.departement })
    .from(organisationCommunes)
    .innerJoin(communes, eq(communes.inseeCode, organisationCommunes.inseeCode))
    .where(eq(organisationCommunes.organisationId, organisationId))
    .orderBy(asc(communes.searchText), asc(communes.inseeCode))
    .limit(5000)
    .all();
}

/** EPCIs whose name holds these words, with how many current communes each has. */
export function searchEpcis(words: string) {
  const folded = fold(words);
  if (folded.length < 3) return [];
  return db()
    .select({ code: epcis.code, name: epcis.name, communes: count(communes.inseeCode) })
    .from(epcis)
    .innerJoin(communes, and(eq(communes.epciCode, epcis.code), isNull(communes.currentInseeCode)))
    .where(sql`${like(epcis.searchText, `%${escapeLike(folded)}%`)} ESCAPE '\\'`)
    .groupBy(epcis.code)
    .orderBy(asc(epcis.name))
    .limit(10)
    .all();
}

/** The codes among these, and those of the whole EPCI, that are current communes. */
export function listCurrentCodes(asked: readonly string[], epci: string | undefined): string[] {
  const some = asked.length > 0 ? inArray(communes.inseeCode, [...asked]) : sql`0`;
  const whole = epci ? eq(communes.epciCode, epci) : sql`0`;
  const rows = db()
    .select({ code: communes.inseeCode })
    .from(communes)
    .where(and(isNull(communes.currentInseeCode), sql`(${some} OR ${whole})`))
    .all();
  return rows.map((row) => row.code);
}

const tables = { funder: funders, tag: tags } as const;

/** The funders or tags of an organisation that are in use, by name. */
export function listWords(organisationId: string, list: keyof typeof tables) {
  const table = tables[list];
  return db()
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(and(eq(table.ownerId, organisationId), isNull(table.endedAt)))
    .orderBy(asc(table.name))
    .limit(500)
    .all();
}
