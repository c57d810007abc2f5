import { and, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";
import { importMatches } from "~/db/schema/imports.server";
import { contacts, partnerships, providers } from "~/db/schema/providers.server";
import { registerProvider } from "~/features/providers/commands.server";
import { hasSessions } from "~/features/providers/record.commands.server";
import { newId } from "~/lib/ids";
import { parseMapping } from "./mapping.form";
import { kindOfWords } from "./readers/kind-words";
import { type TableWord, wordKey } from "./rows.model";
import type { ImportRow } from "./stored.server";

/** What a word of an import's rows stands for, as it was answered: an id or a code; null when it is left aside. */
export function findTarget(importId: string, word: TableWord): string | null {
  return findMatch(importId, word)?.targetId ?? null;
}

/** The provider that a row is about, registered now when it was said to be new; null when it is left aside. */
export function settleProvider(actor: Actor, imported: ImportRow & { zone: string }, word: TableWord): string | null {
  const match = findMatch(imported.id, word);
  if (!match || match.answer === "aside") return null;
  if (match.targetId !== null) return isThere(match.targetId) ? match.targetId : null;
  if (match.answer !== "new") return null;
  const office = authorize(actor, "provider.register", { id: imported.ownerId, ownerId: imported.ownerId, zone: imported.zone });
  const { id } = registerProvider(actor, office, {
    id: newId(),
    name: word.name.slice(0, 200),
    kind: kindOf(imported, word),
    commune: word.commune ?? "",
  });
  db().update(providers).set({ origin: "import" }).where(eq(providers.id, id)).run();
  db().update(importMatches).set({ targetId: id }).where(keyOf(imported.id, word)).run();
  return id;
}

/** Takes away the providers that an import made and on which nothing else stands. */
export function dropUnusedProviders(importId: string, at: number): void {
  const made = db()
    .select({ id: importMatches.targetId })
    .from(importMatches)
    .where(and(eq(importMatches.importId, importId), eq(importMatches.answer, "new"), sql`${importMatches.targetId} IS NOT NULL`))
    .all();
  for (const { id } of made)
    if (id !== null && isUnused(id)) db().update(providers).set({ deletedAt: at }).where(eq(providers.id, id)).run();
}

/** How many providers an import made that are still there. */
export function countProvidersMade(importId: string): number {
  const row = db()
    .select({ count: sql<number>`count(*)` })
    .from(importMatches)
    .innerJoin(providers, eq(providers.id, importMatches.targetId))
    .where(and(eq(importMatches.importId, importId), eq(importMatches.answer, "new"), isNull(providers.deletedAt)))
    .get();
  return row?.count ?? 0;
}

function isUnused(id: string): boolean {
  const row = db().select({ version: providers.version }).from(providers).where(eq(providers.id, id)).get();
  const has = (table: typeof actions | typeof contacts | typeof partnerships) =>
    db().select({ id: table.id }).from(table).where(eq(table.providerId, id)).limit(1).get() !== undefined;
  return row?.version === 1 && !hasSessions(id) && !has(actions) && !has(contacts) && !has(partnerships);
}

function isThere(providerId: string): boolean {
  const row = db()
    .select({ id: providers.id })
    .from(providers)
    .where(and(eq(providers.id, providerId), isNull(providers.deletedAt)))
    .get();
  return row !== undefined;
}

function kindOf({ mapping }: ImportRow, { name }: TableWord) {
  const chosen = mapping === null ? undefined : parseMapping(mapping).defaultKind;
  return kindOfWords(name)?.kind ?? chosen ?? "shop_service";
}

function findMatch(importId: string, word: TableWord) {
  return db().select().from(importMatches).where(keyOf(importId, word)).get();
}

function keyOf(importId: string, word: TableWord) {
  return and(eq(importMatches.importId, importId), eq(importMatches.word, word.word), eq(importMatches.key, wordKey(word)));
}
