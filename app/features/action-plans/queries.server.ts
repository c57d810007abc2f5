import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";

/** A provider's actions in the order of the plan, within the actor's scope. */
export function listActions(actor: Actor, providerId: string) {
  return db()
    .select({
      id: actions.id,
      providerId: actions.providerId,
      title: actions.title,
      why: actions.why,
      how: actions.how,
      theme: actions.theme,
      doneBy: actions.doneBy,
      dueOn: actions.dueOn,
      minutes: actions.minutes,
      state: actions.state,
      doneOn: actions.doneOn,
      resourceId: actions.resourceId,
    })
    .from(actions)
    .where(and(scope(actor, "plan.view", actions), eq(actions.providerId, providerId), isNull(actions.deletedAt)))
    .orderBy(asc(actions.position), asc(actions.id))
    .limit(200)
    .all();
}

/** The first open action of a provider's plan, within the actor's scope; undefined when none is open. */
export function findNextAction(actor: Actor, providerId: string) {
  const open = inArray(actions.state, ["todo", "doing"]);
  return db()
    .select({ id: actions.id, title: actions.title, dueOn: actions.dueOn, state: actions.state })
    .from(actions)
    .where(and(scope(actor, "plan.view", actions), eq(actions.providerId, providerId), isNull(actions.deletedAt), open))
    .orderBy(asc(actions.position), asc(actions.id))
    .limit(1)
    .get();
}
