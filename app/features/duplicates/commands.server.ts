import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { duplicateAnswers, establishments, providers } from "~/db/schema/providers.server";
import { refreshFiguresOfMerged } from "~/features/figures/merge.commands.server";
import { refreshProvider } from "~/features/providers/refresh.commands.server";
import { RuleError } from "~/lib/errors";
import type { Sides } from "./merge.model";
import { moveEstablishment } from "./move-establishment.server";
import { moveWhatHangsOn } from "./move-rows.server";

type Mergeable = Authorized<{ id: string; ownerId: string; name: string }, "provider.merge">;
type Answer = "same" | "same_operator" | "different";

export interface MergeChoice extends Sides {
  answer: "same" | "same_operator";
}

/** Notes that two look-alikes are two businesses: the pair is not proposed again. */
export function tellApart(actor: Actor, kept: Mergeable, other: Mergeable): void {
  const input = { keptId: kept.id, otherId: other.id };
  run(actor, { name: "duplicate.tellApart", id: kept.id, input, ownerId: kept.ownerId, isOnce: false }, ({ now }) => {
    keepAnswer(actor, [kept, other], { answer: "different", at: now });
  });
}

/**
 * Makes two providers one and loses nothing: sessions, steps, contacts, files and accesses move to the
 * survivor; the other's address answers with the survivor's. « Same » also joins their main
 * establishments, field by field as chosen; « same operator » keeps each. Throws RuleError `mergeOffices` across two offices.
 */
export function mergeProviders(actor: Actor, [kept, other]: [Mergeable, Mergeable], choice: MergeChoice): void {
  if (kept.ownerId !== other.ownerId || kept.id === other.id) throw new RuleError("mergeOffices");
  const input = { otherId: other.id, ...choice };
  run(actor, { name: "duplicate.merge", id: kept.id, input, ownerId: kept.ownerId, isOnce: false }, ({ now, revise }) => {
    const rows = { kept: read(kept.id), other: read(other.id) };
    revise("providers", rows.kept);
    revise("providers", rows.other);
    if (choice.answer === "same") joinMainEstablishments([kept.id, other.id], choice, now);
    moveWhatHangsOn(other.id, kept.id, choice.partnership);
    const values = {
      name: rows[choice.name].name,
      siret: rows[choice.siret].siret,
      referentId: rows[choice.referent].referentId,
    };
    db()
      .update(providers)
      .set({ ...values, version: rows.kept.version + 1 })
      .where(eq(providers.id, kept.id))
      .run();
    db().update(providers).set({ mergedIntoId: kept.id, deletedAt: now }).where(eq(providers.id, other.id)).run();
    db().update(providers).set({ mergedIntoId: kept.id }).where(eq(providers.mergedIntoId, other.id)).run();
    refreshProvider(kept.id);
    refreshFiguresOfMerged(kept.ownerId, [kept.id, other.id]);
    keepAnswer(actor, [kept, other], { answer: choice.answer, at: now });
  });
}

function read(id: string) {
  const row = db().select().from(providers).where(eq(providers.id, id)).get();
  if (!row) throw new RuleError("unknownProvider");
  return row;
}

function joinMainEstablishments([keptId, otherId]: [string, string], choice: MergeChoice, at: number): void {
  const mainOf = (providerId: string) =>
    db()
      .select()
      .from(establishments)
      .where(and(eq(establishments.providerId, providerId), eq(establishments.isMain, true), isNull(establishments.deletedAt)))
      .get();
  const kept = mainOf(keptId);
  const other = mainOf(otherId);
  if (kept && other) moveEstablishment({ other, kept, choice }, at);
}

function keepAnswer(actor: Actor, pair: [Mergeable, Mergeable], { answer, at }: { answer: Answer; at: number }): void {
  const [aId = "", bId = ""] = pair.map((one) => one.id).sort();
  const row = { ownerId: pair[0].ownerId, aId, bId, answer, answeredById: actor.userId, answeredAt: at };
  const target = [duplicateAnswers.aId, duplicateAnswers.bId];
  db()
    .insert(duplicateAnswers)
    .values(row)
    .onConflictDoUpdate({ target, set: { answer, answeredById: actor.userId, answeredAt: at } })
    .run();
}
