import { and, eq, isNull, ne } from "drizzle-orm";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";

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
