import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { db } from "~/db/client.server";
import { webhookDeliveries, webhooks } from "~/db/schema/api.server";
import { organisations } from "~/db/schema/organisations.server";
import { NotFoundError } from "~/lib/errors";

const { id, ownerId, name, url, events, failures, endedAt, endedBy, createdAt } = webhooks;
const shown = { id, ownerId, name, url, events, failures, endedAt, endedBy, createdAt };

/** The webhooks of an organisation, by name; never what signs. */
export function listWebhooks(owner: Authorized<{ id: string }, "api.manage">) {
  const living = and(eq(ownerId, owner.id), isNull(webhooks.deletedAt));
  return db().select(shown).from(webhooks).where(living).orderBy(asc(name), asc(id)).limit(100).all();
}

/** One webhook with its organisation's name and zone; throws NotFoundError for another organisation's. */
export function getWebhook(actor: Actor, webhookId: string) {
  const row = db()
    .select({ ...shown, office: organisations.name, zone: organisations.zone })
    .from(webhooks)
    .innerJoin(organisations, eq(organisations.id, ownerId))
    .where(and(eq(id, webhookId), isNull(webhooks.deletedAt)))
    .get();
  if (!row || !can(actor, "api.manage", row)) throw new NotFoundError("webhook");
  return authorize(actor, "api.manage", row);
}

/** Its last fifty deliveries, the newest first. */
export function listDeliveries(webhook: Authorized<{ id: string }, "api.manage">) {
  const { event, state, attempts, status, reason, triedAt } = webhookDeliveries;
  return db()
    .select({ id: webhookDeliveries.id, event, state, attempts, status, reason, triedAt, createdAt: webhookDeliveries.createdAt })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.webhookId, webhook.id))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(50)
    .all();
}
