import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Actor, cameByLink } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { can } from "~/access/can";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actionAnswers, actionPlans, actions } from "~/db/schema/action-plans.server";
import { listContacts } from "~/features/providers/queries.server";
import { dayIn } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { ActionState } from "~/lib/vocabulary";
import type { ActionRow } from "./actions.commands.server";
import { markWordsRead } from "./comments.commands.server";
import type { OwnAnswer, RecordedAnswer } from "./form";
import { doneOnOf, type OwnAnswerName } from "./model";
import { tellOfPlan } from "./news-job.server";

/** The row with its office's zone: a day said is a local day. */
interface Zoned {
  zone: string;
}

const stateOf = {
  done: "done",
  alreadyDone: "already_done",
  doing: "doing",
  blocked: "blocked",
  notForMe: "not_relevant",
  again: "todo",
} as const satisfies Record<OwnAnswerName, ActionState>;

/**
 * The provider answers on the page: the action's state follows, the answer stays in its history and
 * waits for the facilitator. Answering again is the way back.
 */
export function answerAction(
  actor: Actor,
  action: Authorized<ActionRow & Zoned, "plan.answer">,
  input: Pick<OwnAnswer, "answer" | "comment" | "link"> & { contactId?: string | null },
): void {
  const command = { name: "plan.answer", id: action.id, input, ownerId: action.ownerId, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const saidOn = dayIn(action.zone, now);
    const state = stateOf[input.answer];
    revise("actions", { ...action });
    setState(action, { state, doneOn: input.answer === "done" ? saidOn : null });
    const recordedById = cameByLink(actor) ? null : actor.userId;
    const { comment, contactId = null, link } = input;
    tellOfPlan(action.providerId);
    addAnswer(action, { state, comment, link: link || null, contactId, recordedById, saidOn, way: "online", createdAt: now });
    db().update(actionPlans).set({ lastNewsAt: now }).where(eq(actionPlans.id, action.planId)).run();
  });
}

/**
 * An answer said elsewhere, written down on someone's behalf (« dit au téléphone le 12 mars »);
 * what the desk wrote waits for the facilitator.
 * Throws RuleError `saidFuture`, `unknownContact`.
 */
export function recordAnswer(
  actor: Actor,
  action: Authorized<ActionRow & Zoned, "plan.recordAnswer">,
  input: RecordedAnswer,
): { id: string } {
  return run(actor, { name: "plan.recordAnswer", id: input.id, input, ownerId: action.ownerId }, ({ now, revise }) => {
    if (input.saidOn > dayIn(action.zone, now)) throw new RuleError("saidFuture", {}, "saidOn");
    const contactId = input.contactId ?? null;
    const isKnown = contactId === null || listContacts(actor, action.providerId).some((one) => one.id === contactId);
    if (!isKnown) throw new RuleError("unknownContact", {}, "contactId");
    revise("actions", { ...action });
    setState(action, { state: input.state, doneOn: doneOnOf(input.state, input.saidOn) });
    const { state, comment, saidOn, way } = input;
    const said = { state, comment, link: input.link || null, saidOn, way, contactId, recordedById: actor.userId, createdAt: now };
    tellOfPlan(action.providerId);
    addAnswer(action, { ...said, id: input.id, seenByFacilitatorAt: can(actor, "plan.edit", action) ? now : null });
    db().update(actionPlans).set({ lastNewsAt: now }).where(eq(actionPlans.id, action.planId)).run();
    return { id: input.id };
  });
}

/** The facilitator has seen what changed in a plan; its answers and words leave « Aujourd’hui ». */
export function markNewsSeen(actor: Actor, plan: Authorized<{ id: string; ownerId: string }, "plan.edit">): void {
  const command = { name: "plan.markSeen", id: plan.id, input: null, ownerId: plan.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    const inPlan = db().select({ id: actions.id }).from(actions).where(eq(actions.planId, plan.id)).all();
    const ids = inPlan.map((one) => one.id);
    db()
      .update(actionAnswers)
      .set({ seenByFacilitatorAt: now })
      .where(and(inArray(actionAnswers.actionId, ids), isNull(actionAnswers.seenByFacilitatorAt)))
      .run();
    markWordsRead(ids, now);
  });
}

function setState(action: ActionRow, to: { state: ActionState; doneOn: string | null }): void {
  db()
    .update(actions)
    .set({ ...to, version: action.version + 1 })
    .where(eq(actions.id, action.id))
    .run();
}

function addAnswer(action: ActionRow, said: Omit<typeof actionAnswers.$inferInsert, "id" | "actionId"> & { id?: string }): void {
  db()
    .insert(actionAnswers)
    .values({ ...said, id: said.id ?? newId(), actionId: action.id })
    .run();
}
