import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actionComments, actionPlans, actions } from "~/db/schema/action-plans.server";

/** The provider's page stood open before someone: the plan, its published steps and the office's words are seen. */
export function markPlanSeen(actor: Actor, plan: Authorized<{ id: string; ownerId: string }, "plan.answer">): void {
  const command = { name: "plan.seeByProvider", id: plan.id, input: null, ownerId: plan.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    const mine = eq(actions.providerId, plan.id);
    db().update(actionPlans).set({ seenAt: now }).where(eq(actionPlans.providerId, plan.id)).run();
    db()
      .update(actions)
      .set({ seenAt: now })
      .where(and(mine, isNotNull(actions.publishedAt), isNull(actions.seenAt)))
      .run();
    const words = and(eq(actionComments.providerId, plan.id), eq(actionComments.isFromProvider, false));
    db()
      .update(actionComments)
      .set({ seenAt: now })
      .where(and(words, isNull(actionComments.seenAt)))
      .run();
  });
}
