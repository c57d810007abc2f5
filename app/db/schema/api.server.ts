import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type apiScopes, deliveryStates, webhookEnds, webhookEvents } from "../../lib/vocabulary";
import { createdAt, id, instant, list } from "../columns.server";

/** Keys with which an organisation's own programs read; shown once, the hash kept. */
export const apiTokens = sqliteTable(
  "api_tokens",
  {
    id: id(),
    ownerId: text().notNull(),
    name: text().notNull(),
    tokenHash: text().notNull(),
    /** The last four characters, to tell keys apart. */
    tail: text().notNull(),
    scopes: list<(typeof apiScopes)[number]>(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    /** To the minute. */
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex("api_tokens_hash").on(t.tokenHash), index("api_tokens_owner").on(t.ownerId, t.createdAt)],
);

/** Addresses that an organisation wants told of its events. */
export const webhooks = sqliteTable(
  "webhooks",
  {
    id: id(),
    ownerId: text().notNull(),
    name: text().notNull(),
    url: text().notNull(),
    /** Sealed with the installation's own secret: it signs, so that it cannot be a hash. */
    sealedSecret: text().notNull(),
    events: list<(typeof webhookEvents)[number]>(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    /** Deliveries that failed for good, one after the other. */
    failures: integer().notNull().default(0),
    endedAt: instant(),
    /** Stopped by a person, or after repeated failure; a person starts it again. */
    endedBy: text({ enum: webhookEnds }),
    deletedAt: instant(),
  },
  (t) => [index("webhooks_owner").on(t.ownerId).where(sql`deleted_at IS NULL`)],
);

/** One event told to one address; its id is the `webhook-id` of every try. */
export const webhookDeliveries = sqliteTable(
  "webhook_deliveries",
  {
    id: id(),
    webhookId: text()
      .notNull()
      .references(() => webhooks.id),
    event: text({ enum: [...webhookEvents, "test"] }).notNull(),
    /** What is sent, byte for byte: ids and counts, nobody's data. */
    body: text().notNull(),
    state: text({ enum: deliveryStates }).notNull().default("waiting"),
    attempts: integer().notNull().default(0),
    /** The last answer's status; null where none came. */
    status: integer(),
    /** Why none came, a reason of `safeFetch`. */
    reason: text(),
    createdAt: createdAt(),
    triedAt: instant(),
  },
  (t) => [index("webhook_deliveries_webhook").on(t.webhookId, t.createdAt)],
);
