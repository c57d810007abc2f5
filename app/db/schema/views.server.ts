import { sql } from "drizzle-orm";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { sharedPages, viewPages } from "../../lib/vocabulary";
import { createdAt, deletedAt, flag, id, instant } from "../columns.server";

/** Filters of a page kept under a name, one's own or the whole office's. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: id(),
    ownerId: text().notNull(),
    userId: text().notNull(),
    page: text({ enum: viewPages }).notNull(),
    name: text().notNull(),
    /** The address's query, without its `?`. */
    query: text().notNull(),
    isShared: flag(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
  },
  (t) => [index("saved_views_owner").on(t.ownerId, t.page).where(sql`deleted_at IS NULL`)],
);

/** An office’s dashboard or a network’s totals, shown to whoever holds a secret address: figures alone, until a day. */
export const sharedViews = sqliteTable(
  "shared_views",
  {
    id: id(),
    ownerId: text().notNull(),
    page: text({ enum: sharedPages }).notNull().default("dashboard"),
    name: text().notNull(),
    tokenHash: text().notNull(),
    /** The filters, as in the page's own address. */
    query: text().notNull(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    seenAt: instant(),
  },
  (t) => [uniqueIndex("shared_views_hash").on(t.tokenHash), index("shared_views_owner").on(t.ownerId, t.createdAt)],
);
