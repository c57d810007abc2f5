import { and, count, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { webhooks } from "~/db/schema/api.server";
import { RuleError } from "~/lib/errors";
import { refusalOf } from "~/lib/safe-fetch.server";
import { seal } from "~/lib/sealed.server";
import type { WebhookAct, WebhookInput } from "./form";
import { mostWebhooks } from "./model";
import { newSecret } from "./signature.server";
import { queueDelivery } from "./tell.commands.server";

type Owner = Authorized<{ id: string }, "api.manage">;
type Webhook = Authorized<{ id: string; ownerId: string }, "api.manage">;

const sealed = (secret: string) => seal(config().secret, "webhook", secret);

/**
 * Adds an address that is told of events; returns the secret that signs, shown once. Throws RuleError
 * `webhookAddress` for what is not https on its own port and public, `tooManyWebhooks`.
 */
export function addWebhook(actor: Actor, owner: Owner, input: WebhookInput): string {
  if (refusalOf(input.url, { isHttpsOnly: true })) throw new RuleError("webhookAddress", {}, "url");
  const secret = newSecret();
  const { id, name, url, events } = input;
  run(actor, { name: "webhook.add", id, input, ownerId: owner.id }, ({ now }) => {
    refuseTooMany(owner.id);
    const row = { id, ownerId: owner.id, name, url, events, sealedSecret: sealed(secret) };
    db()
      .insert(webhooks)
      .values({ ...row, createdById: actor.userId, createdAt: now })
      .run();
  });
  return secret;
}

/** A secret in place of the former one, which signs nothing from then on; returned, shown once. */
export function renewSecret(actor: Actor, webhook: Webhook): string {
  const secret = newSecret();
  run(actor, commandOn("webhook.renew", webhook), () => set(webhook.id, { sealedSecret: sealed(secret) }));
  return secret;
}

/** Sends a test, stops, starts again or takes a webhook away. */
export function changeWebhook(actor: Actor, webhook: Webhook, act: Exclude<WebhookAct, "renew">): void {
  run(actor, commandOn(`webhook.${act}`, webhook), ({ now }) => {
    if (act === "test") queueDelivery(webhook, "test", {});
    else if (act === "stop") set(webhook.id, { endedAt: now, endedBy: "person" });
    else if (act === "start") set(webhook.id, { endedAt: null, endedBy: null, failures: 0 });
    else set(webhook.id, { deletedAt: now });
  });
}

const commandOn = (name: string, { id, ownerId }: Webhook) => ({ name, id, input: null, ownerId, isOnce: false });

function set(id: string, change: Partial<typeof webhooks.$inferInsert>): void {
  db().update(webhooks).set(change).where(eq(webhooks.id, id)).run();
}

function refuseTooMany(ownerId: string): void {
  const living = and(eq(webhooks.ownerId, ownerId), isNull(webhooks.deletedAt));
  const found = db().select({ webhooks: count() }).from(webhooks).where(living).get();
  if ((found?.webhooks ?? 0) >= mostWebhooks) throw new RuleError("tooManyWebhooks", { most: mostWebhooks });
}
