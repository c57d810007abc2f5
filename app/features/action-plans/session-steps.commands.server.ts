import { and, eq, isNull, ne, notInArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { actionLinks, actions } from "~/db/schema/action-plans.server";
import { RuleError } from "~/lib/errors";
import { listStepsToTie } from "./tied.queries.server";

/** The step that a session gave, as its form shows it again; undefined when it gave none or it was taken out. */
export function findStepOfSession(sessionId: string) {
  return db()
    .select({ title: actions.title, dueOn: actions.dueOn, doneBy: actions.doneBy })
    .from(actions)
    .where(and(eq(actions.sessionId, sessionId), isNull(actions.deletedAt)))
    .orderBy(actions.createdAt, actions.id)
    .limit(1)
    .get();
}

/** Rewords a session's still untouched steps, in every plan that it put them in; called inside the session's own command. */
export function rewordStepsOfSession(sessionId: string, title: string): void {
  const untouched = and(eq(actions.sessionId, sessionId), eq(actions.state, "todo"), isNull(actions.deletedAt));
  db()
    .update(actions)
    .set({ title })
    .where(and(untouched, ne(actions.title, title)))
    .run();
}

/** Brings back the steps that went with a session's deletion, at its very instant. */
export function restoreStepsOfSession(sessionId: string, deletedAt: number): void {
  db()
    .update(actions)
    .set({ deletedAt: null })
    .where(and(eq(actions.sessionId, sessionId), eq(actions.deletedAt, deletedAt)))
    .run();
}

interface Held {
  sessionId: string;
  providerIds: readonly string[];
  at: number;
}

/**
 * Ties a session to steps of its providers' plans; `isWhole` unties the others. Called inside the session's own command.
 * Throws RuleError `unknownChoice` for a step that is out of sight, of another provider, or behind and not tied yet.
 */
export function tieStepsToSession(actor: Actor, held: Held, chosen: { steps: readonly string[]; isWhole: boolean }): void {
  const known = new Set(listStepsToTie(actor, held.providerIds, held.sessionId).map((row) => row.id));
  if (chosen.steps.some((id) => !known.has(id))) throw new RuleError("unknownChoice", {}, "steps");
  const isTied = and(eq(actionLinks.kind, "session"), eq(actionLinks.targetId, held.sessionId));
  if (chosen.isWhole) {
    const others = notInArray(actionLinks.actionId, [...chosen.steps]);
    db().delete(actionLinks).where(and(isTied, others)).run();
  }
  for (const actionId of chosen.steps) {
    const row = { actionId, kind: "session" as const, targetId: held.sessionId, createdById: actor.userId, createdAt: held.at };
    db().insert(actionLinks).values(row).onConflictDoNothing().run();
  }
}
