import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Actor, cameByLink } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { can } from "~/access/can";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actionComments, actionPlans, actions } from "~/db/schema/action-plans.server";
import { RuleError } from "~/lib/errors";
import type { ActionRow } from "./actions.commands.server";
import { tellOfPlan } from "./news-job.server";

/**
 * Adds a word to an action's thread, from the office or from the provider; a provider's word is news
 * of the plan, and the office's answer has read those before it. Throws RuleError `draftThread` on a draft, which has no reader yet.
 */
export function commentAction(
  actor: Actor,
  action: Authorized<ActionRow, "plan.comment">,
  input: { id: string; text: string; contactId?: string | null },
): { id: string } {
  return run(actor, { name: "plan.comment", id: input.id, input, ownerId: action.ownerId }, ({ now }) => {
    if (action.publishedAt === null) throw new RuleError("draftThread", {}, "text");
    const isFromProvider = can(actor, "plan.answer", action);
    const { id, text, contactId = null } = input;
    const place = { ownerId: action.ownerId, providerId: action.providerId, actionId: action.id };
    const authorId = cameByLink(actor) ? null : actor.userId;
    db()
      .insert(actionComments)
      .values({ id, text, contactId, ...place, authorId, isFromProvider, createdAt: now })
      .run();
    if (!isFromProvider) markWordsRead([action.id], now);
    else db().update(actionPlans).set({ lastNewsAt: now }).where(eq(actionPlans.id, action.planId)).run();
    tellOfPlan(action.providerId);
    return { id };
  });
}

/** The provider's words under these actions are read; inside a command's own transaction. */
export function markWordsRead(actionIds: readonly string[], now: number): void {
  const theirs = and(inArray(actionComments.actionId, actionIds), eq(actionComments.isFromProvider, true));
  db()
    .update(actionComments)
    .set({ seenAt: now })
    .where(and(theirs, isNull(actionComments.seenAt)))
    .run();
}

/** Ticks one of an action's smaller gestures, or takes the tick back. Throws RuleError `unknownStep`. */
export function tickStep(
  actor: Actor,
  action: Authorized<ActionRow, "plan.answer">,
  input: { step: number; isDone: boolean },
): void {
  const command = { name: "plan.tickStep", id: action.id, input, ownerId: action.ownerId, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    if (!action.steps[input.step]) throw new RuleError("unknownStep");
    revise("actions", { ...action });
    const steps = action.steps.map((step, place) => (place === input.step ? { ...step, isDone: input.isDone } : step));
    const state = action.state === "todo" && input.isDone ? "doing" : action.state;
    db()
      .update(actions)
      .set({ steps, state, version: action.version + 1 })
      .where(eq(actions.id, action.id))
      .run();
    db().update(actionPlans).set({ lastNewsAt: now }).where(eq(actionPlans.id, action.planId)).run();
  });
}
