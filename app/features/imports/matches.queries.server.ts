import { and, asc, count, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { importMatches } from "~/db/schema/imports.server";
import { communes } from "~/db/schema/organisations.server";
import { establishments, providers } from "~/db/schema/providers.server";
import { getImport } from "./queries.server";
import { plainWord } from "./rows.model";

const namesShown = 500;

/** The names and words of an import's file, those to be asked about first; at most 500 of each answer. */
export function listMatches(actor: Actor, importId: string, isRecognised: boolean) {
  const { id } = getImport(actor, importId);
  return db()
    .select()
    .from(importMatches)
    .where(and(eq(importMatches.importId, id), eq(importMatches.isRecognised, isRecognised)))
    .orderBy(asc(importMatches.word), desc(importMatches.rows), asc(importMatches.name))
    .limit(namesShown)
    .all();
}

/** How many names of providers still wait for an answer. */
export function countUnanswered(importId: string): number {
  const row = db()
    .select({ count: count() })
    .from(importMatches)
    .where(and(eq(importMatches.importId, importId), eq(importMatches.word, "provider"), isNull(importMatches.answer)))
    .get();
  return row?.count ?? 0;
}

/** An office's providers by id, with their communes: what a name may be. */
export function listSuggested(ownerId: string, ids: readonly string[]): Map<string, { name: string; commune: string | null }> {
  const rows = db()
    .select({ id: providers.id, name: providers.name, commune: communes.name })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(and(eq(providers.ownerId, ownerId), isNull(providers.deletedAt), inArray(providers.id, [...new Set(ids)])))
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The one provider of an office that has this name, or whose establishment has; undefined for none or several. */
export function findProviderNamed(ownerId: string, name: string): string | undefined {
  const rows = db()
    .select({ id: providers.id, name: providers.name, place: establishments.name })
    .from(providers)
    .leftJoin(establishments, and(eq(establishments.providerId, providers.id), isNull(establishments.deletedAt)))
    .where(and(eq(providers.ownerId, ownerId), isNull(providers.deletedAt)))
    .all();
  const asked = plainWord(name);
  const found = rows.filter((row) => plainWord(row.name) === asked || plainWord(row.place ?? "") === asked);
  const ids = [...new Set(found.map((row) => row.id))];
  return ids.length === 1 ? ids[0] : undefined;
}

/** Everyone who works or worked at an office, by name: who may have held its past sessions. */
export function listFormerStaff(ownerId: string) {
  return db()
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, ownerId))
    .orderBy(asc(users.name))
    .limit(200)
    .all();
}
