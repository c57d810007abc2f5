import { and, asc, eq, isNull, max } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";
import { listCoachesBeside } from "~/features/accounts/people.queries.server";
import { listContacts } from "~/features/providers/queries.server";
import { ConflictError, RuleError } from "~/lib/errors";
import { ensurePlan } from "./commands.server";
import type { ActionInput } from "./form";
import { movedBefore, movedByOne, stepsOf } from "./model";
import { tellOfPlan } from "./news-job.server";
import { isLinkable } from "./resources.queries.server";

export type ActionRow = typeof actions.$inferSelect;
type Action = Authorized<ActionRow, "plan.edit">;
type Provider = Authorized<{ id: string; ownerId: string; providerId: string }, "plan.edit">;

/** Adds an action at the end of a provider's plan. Throws RuleError `unknownResource`. */
export function addAction(actor: Actor, provider: Provider, input: ActionInput): { id: string } {
  const { id } = input;
  return run(actor, { name: "plan.add", id, input, ownerId: provider.ownerId }, ({ now }) => {
    checkChoices(actor, provider, input);
    const planId = ensurePlan(provider.ownerId, provider.id, now);
    const last = db()
      .select({ position: max(actions.position) })
      .from(actions)
      .where(eq(actions.planId, planId))
      .get();
    const isDraft = input.publication === "draft";
    const place = { planId, position: (last?.position ?? 0) + 1, ownerId: provider.ownerId, providerId: provider.id };
    if (!isDraft) tellOfPlan(provider.id);
    db()
      .insert(actions)
      .values({ id, ...columnsOf(input), ...place, createdById: actor.userId, createdAt: now, publishedAt: isDraft ? null : now })
      .run();
    return { id };
  });
}

/** Corrects an action, keeping what it was. Throws ConflictError when it was saved since, RuleError `unknownResource`. */
export function correctAction(actor: Actor, action: Action, input: ActionInput): { id: string } {
  const command = commandOn("plan.correct", action, input);
  return run(actor, command, ({ now, revise }) => {
    const current = findRow(action.id);
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    checkChoices(actor, { id: current.providerId, ownerId: current.ownerId }, input);
    revise("actions", current);
    const isPublished = input.publication === "published";
    if (isPublished && current.publishedAt === null) tellOfPlan(current.providerId);
    const publishedAt = isPublished ? (current.publishedAt ?? now) : current.publishedAt;
    db()
      .update(actions)
      .set({ ...columnsOf(input, current.steps), publishedAt, version: current.version + 1 })
      .where(eq(actions.id, action.id))
      .run();
    return { id: action.id };
  });
}

/** Takes an action out of the plan for 30 days of second thoughts. */
export function deleteAction(actor: Actor, action: Action): void {
  run(actor, commandOn("plan.delete", action, null), ({ now }) => {
    db().update(actions).set({ deletedAt: now }).where(eq(actions.id, action.id)).run();
  });
}

/** Puts a deleted action back where it was. */
export function restoreAction(actor: Actor, action: Action): void {
  run(actor, { ...commandOn("plan.restore", action, null), subject: undefined }, () => {
    db().update(actions).set({ deletedAt: null }).where(eq(actions.id, action.id)).run();
  });
}

/** Where an action goes in its plan: one place up or down, or before another one (null: to the end). */
export type Move = "up" | "down" | { before: string | null };

/** Moves an action in its plan; past either end, or before an action of another plan, nothing changes. */
export function moveAction(actor: Actor, action: Action, to: Move): { isFirst: boolean; isLast: boolean } {
  return run(actor, commandOn("plan.move", action, { to }), () => {
    const inPlan = db()
      .select({ id: actions.id })
      .from(actions)
      .where(and(eq(actions.planId, action.planId), isNull(actions.deletedAt)))
      .orderBy(asc(actions.position), asc(actions.id))
      .all();
    const ids = inPlan.map((one) => one.id);
    const ordered = typeof to === "string" ? movedByOne(ids, action.id, to) : movedBefore(ids, action.id, to.before);
    for (const [place, id] of ordered.entries()) {
      db()
        .update(actions)
        .set({ position: place + 1 })
        .where(eq(actions.id, id))
        .run();
    }
    return { isFirst: ordered[0] === action.id, isLast: ordered.at(-1) === action.id };
  });
}

function commandOn(name: string, action: ActionRow, input: unknown) {
  const subject = { permission: "plan.edit" as const, reread: () => findRow(action.id) };
  return { name, id: action.id, input, ownerId: action.ownerId, subject, isOnce: false };
}

function findRow(id: string): ActionRow | undefined {
  return db()
    .select()
    .from(actions)
    .where(and(eq(actions.id, id), isNull(actions.deletedAt)))
    .get();
}

/** The form's fields as columns; what was left empty is emptied. */
function columnsOf(input: ActionInput, before?: ActionRow["steps"]) {
  const { id: _id, version: _version, publication: _publication, steps, ...columns } = input;
  const emptied = { theme: null, dueOn: null, minutes: null, resourceId: null, contactId: null, userId: null };
  return { ...emptied, ...columns, steps: stepsOf(steps, before) };
}

/** What was chosen is the office's or the provider's own. */
function checkChoices(actor: Actor, provider: { id: string; ownerId: string }, input: ActionInput): void {
  const { resourceId, contactId, userId } = input;
  if (resourceId && !isLinkable(provider.ownerId, resourceId)) throw new RuleError("unknownResource", {}, "resourceId");
  if (contactId && !listContacts(actor, provider.id).some((one) => one.id === contactId))
    throw new RuleError("unknownContact", {}, "contactId");
  if (userId && !listCoachesBeside([provider.ownerId], "").some((one) => one.id === userId))
    throw new RuleError("noSuchCoach", {}, "userId");
}
