import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { webhookDeliveries, webhooks } from "~/db/schema/api.server";
import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import type { WebhookEvent } from "~/lib/vocabulary";

/** What an event carries: ids, states and counts; nobody's name, mail or words. */
export type EventData = Record<string, string | number | null>;

/** Tells an organisation's webhooks that ask for this event, in the transaction that is open; each leaves after the commit. */
export function tellWebhooks(ownerId: string, event: WebhookEvent, data: EventData): void {
  const asks = sql`EXISTS (SELECT 1 FROM json_each(${webhooks.events}) WHERE value = ${event})`;
  const rows = db()
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(eq(webhooks.ownerId, ownerId), isNull(webhooks.deletedAt), isNull(webhooks.endedAt), asks))
    .all();
  for (const row of rows) queueDelivery({ id: row.id, ownerId }, event, data);
}

/** One event on its way to one webhook; returns the delivery's id, which stays through every try. */
export function queueDelivery(webhook: { id: string; ownerId: string }, event: WebhookEvent | "test", data: EventData): string {
  const id = newId();
  const at = now();
  const timestamp = new Date(at).toISOString();
  const body = JSON.stringify({ type: event, timestamp, data: { organisationId: webhook.ownerId, ...data } });
  db().insert(webhookDeliveries).values({ id, webhookId: webhook.id, event, body, createdAt: at }).run();
  enqueue({ kind: "webhooks.deliver", payload: { deliveryId: id }, dedupeKey: `webhook/${id}` });
  return id;
}
