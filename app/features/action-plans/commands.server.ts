import { and, eq, isNull, max, notInArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actionPlans, actions } from "~/db/schema/action-plans.server";
import { newId } from "~/lib/ids";
import type { actionDoers } from "~/lib/vocabulary";

interface SessionOrigin {
  ownerId: string;
  providerId: string;
  sessionId: string;
}

/** The next step of a session, as an action at the end of the provider's plan; the same title twice stays one. */
export function addActionFromSession(
  actor: Actor,
  origin: SessionOrigin,
  step: { title: string; dueOn: string | null; theme: string | null; doneBy?: (typeof actionDoers)[number] | undefined },
): void {
  const id = newId();
  const command = { name: "plan.addAction", id, input: { ...origin, ...step }, ownerId: origin.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    const planId = ensurePlan(origin.ownerId, origin.providerId, now);
    const same = db()
      .select({ id: actions.id })
      .from(actions)
      .where(
        and(
          eq(actions.planId, planId),
          eq(actions.sessionId, origin.sessionId),
          eq(actions.title, step.title),
          isNull(actions.deletedAt),
        ),
      )
      .get();
    if (same) {
      db().update(actions).set(step).where(eq(actions.id, same.id)).run();
      return;
    }
    const last = db()
      .select({ position: max(actions.position) })
      .from(actions)
      .where(eq(actions.planId, planId))
      .get();
    db()
      .insert(actions)
      .values({
        id,
        planId,
        ...origin,
        ...step,
        position: (last?.position ?? 0) + 1,
        createdById: actor.userId,
        createdAt: now,
        publishedAt: now,
      })
      .run();
  });
}

/** Takes back the still untouched steps that a session put in plans, save those of the providers it keeps. */
export function withdrawActionsOfSession(sessionId: string, options: { exceptProviders: readonly string[]; at: number }): void {
  const untouched = and(eq(actions.sessionId, sessionId), eq(actions.state, "todo"), isNull(actions.deletedAt));
  const others = options.exceptProviders.length > 0 ? notInArray(actions.providerId, [...options.exceptProviders]) : undefined;
  db().update(actions).set({ deletedAt: options.at }).where(and(untouched, others)).run();
}

/** The provider's plan, opened at its first action; returns its id. */
export function ensurePlan(ownerId: string, providerId: string, at: number): string {
  const plan = db().select({ id: actionPlans.id }).from(actionPlans).where(eq(actionPlans.providerId, providerId)).get();
  if (plan) return plan.id;
  const id = newId();
  db().insert(actionPlans).values({ id, ownerId, providerId, createdAt: at }).run();
  return id;
}
