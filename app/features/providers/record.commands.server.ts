import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { establishments, partnerships, providers } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { ConflictError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { changedColumns } from "./changes.model";
import { keepFormerName } from "./establishments.commands.server";
import type { CorrectProvider, PartnershipInput } from "./provider.form";
import { listPartnerships, listPossibleReferents, listTagNames } from "./record.queries.server";
import { keepReferentChange } from "./referent-history.commands.server";
import { refreshProvider } from "./refresh.commands.server";
import { setProviderTags } from "./tags.commands.server";

type Provider<P extends "provider.correct" | "provider.delete"> = Authorized<{ id: string; ownerId: string }, P>;

/**
 * Corrects a provider's own facts, keeping what they were; its former name stays searchable. Throws ConflictError
 * when it was saved since, RuleError `unknownReferent`.
 */
export function correctProvider(actor: Actor, provider: Provider<"provider.correct">, input: CorrectProvider): void {
  const { id, ownerId } = provider;
  const subject = { permission: "provider.correct" as const, reread: () => findRow(id) };
  run(actor, { name: "provider.correct", id, input, ownerId, subject, isOnce: false }, ({ now, revise }) => {
    const current = findRow(id);
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    const columns = { name: input.name, siret: input.siret ?? null, referentId: input.referentId ?? null };
    const before = { ...current, tags: listTagNames(id) };
    const changed = changedColumns(before, { ...columns, tags: [...input.tags].sort((a, b) => a.localeCompare(b)) });
    if (changed.length === 0) return;
    if (changed.includes("referentId")) checkReferent(ownerId, columns.referentId);
    revise("providers", { ...before, changed });
    db()
      .update(providers)
      .set({ ...columns, version: current.version + 1 })
      .where(eq(providers.id, id))
      .run();
    const passed = { fromUserId: current.referentId, toUserId: columns.referentId };
    keepReferentChange({ ownerId, providerId: id, ...passed, byId: actor.userId, at: now });
    setProviderTags({ id, ownerId }, input.tags, now);
    renamePlaces(id, { from: current.name, to: input.name, untilOn: dayAt(ownerId, now) });
    refreshProvider(id);
  });
}

/** Notes what a provider's partnership was in a year; the same year again takes the new level. */
export function notePartnership(actor: Actor, provider: Provider<"provider.correct">, input: PartnershipInput): void {
  const { id, ownerId } = provider;
  run(actor, { name: "provider.notePartnership", id, input, ownerId, isOnce: false }, ({ revise }) => {
    revise("partnerships", { id, partnerships: listPartnerships(id), changed: [String(input.year)] });
    db()
      .insert(partnerships)
      .values({ id: newId(), ownerId, providerId: id, ...input })
      .onConflictDoUpdate({ target: [partnerships.providerId, partnerships.year], set: { level: input.level } })
      .run();
  });
}

/** Takes back a year's partnership. */
export function removePartnership(actor: Actor, provider: Provider<"provider.correct">, year: number): void {
  const { id, ownerId } = provider;
  run(actor, { name: "provider.removePartnership", id, input: { year }, ownerId, isOnce: false }, ({ revise }) => {
    revise("partnerships", { id, partnerships: listPartnerships(id), changed: [String(year)] });
    db()
      .delete(partnerships)
      .where(and(eq(partnerships.providerId, id), eq(partnerships.year, year)))
      .run();
  });
}

/** Deletes a provider for 30 days of second thoughts. Throws RuleError `providerHasSessions`. */
export function deleteProvider(actor: Actor, provider: Provider<"provider.delete">): void {
  const { id, ownerId } = provider;
  const subject = { permission: "provider.delete" as const, reread: () => findRow(id) };
  run(actor, { name: "provider.delete", id, input: null, ownerId, subject, isOnce: false }, ({ now }) => {
    if (hasSessions(id)) throw new RuleError("providerHasSessions");
    db().update(providers).set({ deletedAt: now }).where(eq(providers.id, id)).run();
  });
}

/** Brings a deleted provider back. */
export function restoreProvider(actor: Actor, provider: Provider<"provider.delete">): void {
  const { id, ownerId } = provider;
  run(actor, { name: "provider.restore", id, input: null, ownerId, isOnce: false }, () => {
    db().update(providers).set({ deletedAt: null }).where(eq(providers.id, id)).run();
  });
}

/** Was this provider expected at a session that is still there? */
export function hasSessions(providerId: string): boolean {
  const row = db()
    .select({ id: coachingSessions.id })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionParticipants.sessionId))
    .where(and(eq(sessionParticipants.providerId, providerId), isNull(coachingSessions.deletedAt)))
    .limit(1)
    .get();
  return row !== undefined;
}

function checkReferent(ownerId: string, referentId: string | null): void {
  const isKnown = referentId === null || listPossibleReferents(ownerId).some((one) => one.id === referentId);
  if (!isKnown) throw new RuleError("unknownReferent", {}, "referentId");
}

/** The old name stays searchable; a sole establishment that bore it takes the new one. */
function renamePlaces(providerId: string, name: { from: string; to: string; untilOn: string }): void {
  if (name.from === name.to) return;
  const places = db()
    .select({ id: establishments.id, name: establishments.name, isMain: establishments.isMain })
    .from(establishments)
    .where(and(eq(establishments.providerId, providerId), isNull(establishments.deletedAt)))
    .all();
  const main = places.find((one) => one.isMain) ?? places[0];
  if (!main || (main.name === name.from && places.length > 1)) return;
  keepFormerName({ establishmentId: main.id, name: name.from, untilOn: name.untilOn });
  if (main.name === name.from) db().update(establishments).set({ name: name.to }).where(eq(establishments.id, main.id)).run();
}

function findRow(id: string) {
  const row = db()
    .select()
    .from(providers)
    .where(and(eq(providers.id, id), isNull(providers.deletedAt)))
    .get();
  return row ? { ...row, providerId: row.id } : undefined;
}
