import { and, eq, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { communes } from "~/db/schema/organisations.server";
import { establishmentNames, establishments, providers } from "~/db/schema/providers.server";
import { giveWay } from "~/jobs/give-way.server";
import { channelOfWords, themeOfWords } from "./follow-up-words";
import { type ComparedName, openComparison } from "./likeness.model";
import { plainWord, type TableWord } from "./rows.model";

export interface Recognised {
  targetId: string | null;
  /** Ids of providers that it may be, the likeliest first. */
  suggestions: string[];
}

const alikeEnough = 0.5;
const suggestionsShown = 3;

/** What the names and words of an office's files stand for there, as things are now. */
export async function openRecognition(ownerId: string) {
  const comparison = openComparison();
  const known = await comparable(listNames(ownerId), comparison);
  const people = listPeople(ownerId);
  return {
    /** Sure only when one provider, one person or one theme of that name is known; else with whom it may be. */
    recognise(word: TableWord): Recognised {
      if (word.word === "provider") return recogniseProvider({ known, comparison }, word);
      if (word.word === "author") return alone(people.filter((one) => isPerson(one.name, word.name)).map((one) => one.id));
      const code = word.word === "theme" ? themeOfWords(word.name) : channelOfWords(word.name);
      return { targetId: code, suggestions: [] };
    },
  };
}

interface KnownName {
  providerId: string;
  name: string;
  commune: string | null;
  siret: string | null;
}

interface ComparableName extends KnownName {
  compared: ComparedName;
  plainCommune: string;
}

type Comparison = ReturnType<typeof openComparison>;
interface Names {
  known: readonly ComparableName[];
  comparison: Comparison;
}

const slice = { names: 50, ms: 10 };

/** Every name made ready once, pages asked for in between. */
async function comparable(names: readonly KnownName[], { prepare }: Comparison): Promise<ComparableName[]> {
  const ready: ComparableName[] = [];
  let started = performance.now();
  for (const [place, one] of names.entries()) {
    ready.push({ ...one, compared: prepare(one.name), plainCommune: plainWord(one.commune ?? "") });
    const took = performance.now() - started;
    if (place % slice.names !== 0 || took < slice.ms) continue;
    await giveWay(took);
    started = performance.now();
  }
  return ready;
}

function recogniseProvider({ known, comparison }: Names, word: TableWord): Recognised {
  const bySiret = word.siret ? known.filter((one) => one.siret === word.siret) : [];
  if (bySiret.length > 0) return alone(bySiret.map((one) => one.providerId));
  const name = plainWord(word.name);
  const same = known.filter((one) => one.compared.whole === name);
  const commune = plainWord(word.commune ?? "");
  const there = word.commune ? same.filter((one) => one.plainCommune === commune) : same;
  const exact = alone(there.map((one) => one.providerId));
  if (exact.targetId !== null && name !== "") return exact;
  return { targetId: null, suggestions: name === "" ? [] : likeliest({ known, comparison }, word) };
}

function likeliest({ known, comparison }: Names, word: TableWord): string[] {
  const scores = new Map<string, number>();
  const alike = comparison.against(comparison.prepare(word.name));
  const commune = plainWord(word.commune ?? "");
  for (const one of known) {
    const isThere = word.commune && one.commune && commune === one.plainCommune;
    const score = alike(one.compared) + (isThere ? 0.1 : 0);
    if (score >= alikeEnough) scores.set(one.providerId, Math.max(score, scores.get(one.providerId) ?? 0));
  }
  const ranked = [...scores].sort(([, a], [, b]) => b - a);
  return ranked.slice(0, suggestionsShown).map(([id]) => id);
}

/** The one id, however often; several leave the choice to a person. */
function alone(ids: readonly string[]): Recognised {
  const [first, ...others] = new Set(ids);
  return { targetId: first !== undefined && others.length === 0 ? first : null, suggestions: [] };
}

/** « Camille Roux », « Roux Camille », « Camille » alone. */
function isPerson(known: string, said: string): boolean {
  const words = plainWord(known).split(" ");
  const given = plainWord(said).split(" ").filter(Boolean);
  return given.length > 0 && given.every((one) => words.includes(one));
}

/** Every name that an office's providers have or had: their own, their establishments', former ones. */
function listNames(ownerId: string): KnownName[] {
  const owned = and(eq(providers.ownerId, ownerId), isNull(providers.deletedAt));
  const provider = { providerId: providers.id, commune: communes.name, siret: providers.siret };
  const own = db()
    .select({ ...provider, name: providers.name })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(owned)
    .all();
  const places = db()
    .select({ ...provider, name: establishments.name, former: establishmentNames.name })
    .from(establishments)
    .innerJoin(providers, eq(providers.id, establishments.providerId))
    .leftJoin(communes, eq(communes.inseeCode, establishments.inseeCode))
    .leftJoin(establishmentNames, eq(establishmentNames.establishmentId, establishments.id))
    .where(and(owned, isNull(establishments.deletedAt)))
    .all();
  return [...own, ...places.flatMap(({ former, ...one }) => (former ? [one, { ...one, name: former }] : [one]))];
}

/** Everyone who works or worked there. */
function listPeople(ownerId: string) {
  return db()
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, ownerId))
    .all();
}
