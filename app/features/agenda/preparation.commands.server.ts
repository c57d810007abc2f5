import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { preparationBlocks } from "~/db/schema/agenda.server";
import { ConflictError } from "~/lib/errors";
import { findConflicts } from "./conflicts.server";
import type { PreparationInput } from "./form";
import { type Block, getPreparation } from "./preparation.server";
import { refuseUnconfirmed } from "./warnings";
import { readWhen } from "./when.server";

type Office = Authorized<{ id: string; zone: string }, "agenda.plan">;

/**
 * Keeps time of one's own for preparing. Throws UnconfirmedError until what it meets is confirmed,
 * RuleError `clockSkipped`, `hourPast`.
 */
export function keepPreparation(actor: Actor, office: Office, input: PreparationInput): { id: string } {
  const { confirmed, ...content } = input;
  return run(actor, { name: "preparation.keep", id: input.id, input: content, ownerId: office.id }, ({ now }) => {
    const when = checked(actor, { ownerId: office.id, zone: office.zone, now }, input);
    const row = { ...when, id: input.id, title: input.title, ownerId: office.id, userId: actor.userId };
    db()
      .insert(preparationBlocks)
      .values({ ...row, createdAt: now, changedAt: now })
      .run();
    return { id: input.id };
  });
}

/** Moves or renames it. Throws what keeping throws, ConflictError when it was changed since. */
export function movePreparation(actor: Actor, block: Authorized<Block, "preparation.edit">, input: PreparationInput): void {
  const command = { name: "preparation.move", id: block.id, input, ownerId: block.ownerId, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const saved = getPreparation(actor, block.id);
    if (saved.version !== input.version) throw new ConflictError("version", saved);
    const when = checked(actor, { ownerId: saved.ownerId, zone: saved.zone, now, exceptId: saved.id }, input);
    revise("preparation_blocks", saved);
    const marks = { title: input.title, changedAt: now, sequence: saved.sequence + 1, version: saved.version + 1 };
    db()
      .update(preparationBlocks)
      .set({ ...when, ...marks })
      .where(eq(preparationBlocks.id, saved.id))
      .run();
  });
}

/** Gives the time back. */
export function deletePreparation(actor: Actor, block: Authorized<Block, "preparation.edit">): void {
  const command = { name: "preparation.delete", id: block.id, input: null, ownerId: block.ownerId, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const saved = getPreparation(actor, block.id);
    revise("preparation_blocks", saved);
    const set = { deletedAt: now, changedAt: now, sequence: saved.sequence + 1 };
    db().update(preparationBlocks).set(set).where(eq(preparationBlocks.id, saved.id)).run();
  });
}

interface Where {
  ownerId: string;
  zone: string;
  now: number;
  exceptId?: string;
}

function checked(actor: Actor, { ownerId, zone, now, exceptId }: Where, input: PreparationInput) {
  const { isDoubled, ...when } = readWhen(zone, input, now);
  const planned = { ...when, ownerId, userId: actor.userId, travelMinutes: 0, isDoubled, ...(exceptId ? { exceptId } : {}) };
  refuseUnconfirmed(findConflicts(actor, planned), input.confirmed);
  return when;
}
