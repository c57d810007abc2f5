import { and, asc, count, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { actionComments, actions } from "~/db/schema/action-plans.server";
import { contacts } from "~/db/schema/providers.server";
import { visible } from "./queries.server";

/** The thread of an action, the first word first, at most 200, in the scope of `permission`. */
export function listComments(actor: Actor, actionId: string, permission: Permission = "plan.view") {
  return db()
    .select({
      id: actionComments.id,
      text: actionComments.text,
      isFromProvider: actionComments.isFromProvider,
      createdAt: actionComments.createdAt,
      author: users.name,
      contact: contacts.name,
    })
    .from(actionComments)
    .innerJoin(actions, and(eq(actions.id, actionComments.actionId), isNull(actions.deletedAt)))
    .leftJoin(users, eq(users.id, actionComments.authorId))
    .leftJoin(contacts, eq(contacts.id, actionComments.contactId))
    .where(
      and(
        scope(actor, permission, actions),
        visible(actor),
        eq(actionComments.actionId, actionId),
        isNull(actionComments.deletedAt),
      ),
    )
    .orderBy(asc(actionComments.createdAt), asc(actionComments.id))
    .limit(200)
    .all();
}

/** How many words each action of a provider's plan holds. */
export function countComments(actor: Actor, providerId: string): Map<string, number> {
  const rows = db()
    .select({ actionId: actionComments.actionId, count: count() })
    .from(actionComments)
    .innerJoin(actions, and(eq(actions.id, actionComments.actionId), isNull(actions.deletedAt)))
    .where(
      and(
        scope(actor, "plan.view", actions),
        visible(actor),
        eq(actionComments.providerId, providerId),
        isNull(actionComments.deletedAt),
      ),
    )
    .groupBy(actionComments.actionId)
    .all();
  return new Map(rows.map((row) => [row.actionId, row.count]));
}
