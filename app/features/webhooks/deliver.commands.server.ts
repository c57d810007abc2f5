import { eq, sql } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { webhookDeliveries, webhooks } from "~/db/schema/api.server";
import { now } from "~/lib/clock";
import { SafeFetchError, type SafeFetchReason, safeFetch } from "~/lib/safe-fetch.server";
import { unseal } from "~/lib/sealed.server";
import { failuresBeforeStop } from "./model";
import { signatureHeaders } from "./signature.server";
import { mailStopped } from "./stopped-mail.server";

interface Try {
  /** A failure after this one is final. */
  isLastTry: boolean;
  /** For tests alone (lib/safe-fetch.server.ts). */
  testHosts?: readonly string[];
}
interface Outcome {
  status: number | null;
  reason: SafeFetchReason | null;
}

/**
 * Sends one delivery, signed: https alone, public addresses alone, no redirect followed. A status of 200 to
 * 299 is delivered; anything else throws, so that the job tries again, and after the last try counts as a failure.
 */
export async function deliver(deliveryId: string, { isLastTry, testHosts }: Try): Promise<void> {
  const found = db()
    .select({ delivery: webhookDeliveries, webhook: webhooks })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(eq(webhookDeliveries.id, deliveryId))
    .get();
  if (found?.delivery.state !== "waiting") return;
  if (isStopped(found)) return drop(deliveryId);
  const outcome = await post(found.webhook, found.delivery, testHosts);
  if (isAccepted(outcome)) return keepDelivered(found, outcome);
  // A receiver that is gone says so (410): it is asked no more.
  const isFinal = isLastTry || outcome.status === 410;
  keepFailed(found, outcome, { isFinal });
  if (!isFinal) throw new Error(`webhook: ${outcome.status ?? outcome.reason}`);
}

const isStopped = ({ webhook, delivery }: Found): boolean =>
  webhook.deletedAt !== null || (webhook.endedAt !== null && delivery.event !== "test");

const isAccepted = ({ status }: Outcome): boolean => status !== null && status >= 200 && status < 300;

type Found = { delivery: typeof webhookDeliveries.$inferSelect; webhook: typeof webhooks.$inferSelect };

async function post(
  webhook: Found["webhook"],
  { id, body }: Found["delivery"],
  testHosts: readonly string[] = [],
): Promise<Outcome> {
  const secret = unseal(config().secret, "webhook", webhook.sealedSecret);
  const headers = { "content-type": "application/json", ...signatureHeaders(secret, { id, at: now(), body }) };
  try {
    const answer = await safeFetch(webhook.url, {
      method: "POST",
      body,
      headers,
      maxBytes: 10_000,
      timeoutMs: 10_000,
      isHttpsOnly: true,
      testHosts,
    });
    return { status: answer.status, reason: null };
  } catch (error) {
    if (error instanceof SafeFetchError) return { status: null, reason: error.reason };
    throw error;
  }
}

function keepDelivered({ delivery, webhook }: Found, outcome: Outcome): void {
  noteTry(delivery, outcome, "delivered");
  db().update(webhooks).set({ failures: 0 }).where(eq(webhooks.id, webhook.id)).run();
}

function keepFailed({ delivery, webhook }: Found, outcome: Outcome, { isFinal }: { isFinal: boolean }): void {
  noteTry(delivery, outcome, isFinal ? "failed" : "waiting");
  if (!isFinal || delivery.event === "test") return;
  const [row] = db()
    .update(webhooks)
    .set({ failures: sql`${webhooks.failures} + 1` })
    .where(eq(webhooks.id, webhook.id))
    .returning({ failures: webhooks.failures })
    .all();
  if ((row?.failures ?? 0) < failuresBeforeStop && outcome.status !== 410) return;
  db().update(webhooks).set({ endedAt: now(), endedBy: "failures" }).where(eq(webhooks.id, webhook.id)).run();
  mailStopped(webhook);
}

function noteTry(delivery: Found["delivery"], outcome: Outcome, state: Found["delivery"]["state"]): void {
  db()
    .update(webhookDeliveries)
    .set({ ...outcome, state, attempts: delivery.attempts + 1, triedAt: now() })
    .where(eq(webhookDeliveries.id, delivery.id))
    .run();
}

function drop(deliveryId: string): void {
  db().update(webhookDeliveries).set({ state: "failed" }).where(eq(webhookDeliveries.id, deliveryId)).run();
}
