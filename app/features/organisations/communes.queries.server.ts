import { and, asc, desc, eq, inArray, isNull, like, or, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { communePostcodes, communes } from "~/db/schema/organisations.server";
import { escapeLike, fold } from "~/lib/fold";

const columns = { inseeCode: communes.inseeCode, name: communes.name, departement: communes.departement };

/** Current communes whose name begins with the words, or that a postcode serves; the most peopled first. */
export function searchCommunes(words: string) {
  const postcode = /\b\d{5}\b/.exec(words)?.[0];
  const name = fold(words.replace(/\d+/g, " "));
  const byPostcode = postcode
    ? sql`${communes.inseeCode} IN (SELECT ${communePostcodes.inseeCode} FROM ${communePostcodes} WHERE ${communePostcodes.postcode} = ${postcode})`
    : undefined;
  const byName = name ? sql`${like(communes.searchText, `${escapeLike(name)}%`)} ESCAPE '\\'` : undefined;
  if (!byPostcode && !byName) return [];
  return db()
    .select(columns)
    .from(communes)
    .where(and(isNull(communes.currentInseeCode), byPostcode, byName))
    .orderBy(desc(communes.population), asc(communes.name))
    .limit(20)
    .all();
}

/**
 * The current commune of an INSEE code (a merged commune answers with the one it now belongs to), or
 * of a name with its postcode; undefined when nothing or several fit.
 */
export function findCommune(asked: { inseeCode?: string | undefined; postcode?: string | undefined; name?: string | undefined }) {
  return byCode(asked.inseeCode) ?? byName(asked.name, asked.postcode);
}

/** Names by INSEE code, of those that are known. */
export function listCommuneNames(codes: readonly string[]): Map<string, string> {
  const wanted = [...new Set(codes.filter(Boolean))].slice(0, 500);
  if (wanted.length === 0) return new Map();
  const rows = db()
    .select({ code: communes.inseeCode, name: communes.name })
    .from(communes)
    .where(inArray(communes.inseeCode, wanted))
    .all();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

function byCode(inseeCode: string | undefined) {
  if (!inseeCode) return undefined;
  const row = db()
    .select({ code: communes.inseeCode, current: communes.currentInseeCode })
    .from(communes)
    .where(eq(communes.inseeCode, inseeCode))
    .get();
  if (!row) return undefined;
  return db()
    .select(columns)
    .from(communes)
    .where(eq(communes.inseeCode, row.current ?? row.code))
    .get();
}

function byName(name: string | undefined, postcode: string | undefined) {
  if (!name) return undefined;
  const folded = spelledOut(name);
  const served = sql`${communes.inseeCode} IN (SELECT ${communePostcodes.inseeCode} FROM ${communePostcodes} WHERE ${communePostcodes.postcode} = ${postcode ?? ""})`;
  const rows = db()
    .select({ code: communes.inseeCode, current: communes.currentInseeCode })
    .from(communes)
    .where(and(eq(communes.searchText, folded), postcode ? or(served, sql`${communes.currentInseeCode} IS NOT NULL`) : undefined))
    .limit(30)
    .all();
  const codes = new Set(rows.map((row) => row.current ?? row.code));
  const only = [...codes][0];
  return codes.size === 1 && only ? byCode(only) : undefined;
}

/** « ST-ETIENNE CEDEX 2 », « Chalon s/ Saône », « Rochelle (La) », « BERRE L ETANG », « Marseille 8e » as the official list spells them. */
export function spelledOut(name: string): string {
  const bare = name
    .replace(/\bcedex\b.*$/i, "")
    .replace(/^(.+?)\s*\((l[ae]s?|l['’])\)\s*$/i, (_, rest: string, article: string) =>
      /['’]$/.test(article) ? `${article}${rest}` : `${article} ${rest}`,
    )
    .replace(/\bs\/\s*/gi, "sur ")
    .replace(/^(paris|lyon|marseille)\s+\d{1,2}\s*(?:er?|[eè]me)?(?:\s+arrondissement)?\s*$/i, "$1");
  return fold(bare)
    .replace(/(?<![a-z])st(?= )/g, "saint")
    .replace(/(?<![a-z])ste(?= )/g, "sainte")
    .replace(/(?<![a-z'])([dl]) (?=[aeiouyh])/g, "$1'");
}
