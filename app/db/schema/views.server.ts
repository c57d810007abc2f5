import { sql } from "drizzle-orm";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { viewPages } from "../../lib/vocabulary";
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

/** A dashboard shown to whoever holds its secret address: figures alone, until a day. */
export const sharedViews = sqliteTable(
  "shared_views",
  {
    id: id(),
    ownerId: text().notNull(),
    name: text().notNull(),
    tokenHash: text().notNull(),
    /** The filters, as in the dashboard's own address. */
    query: text().notNull(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    seenAt: instant(),
  },
  (t) => [uniqueIndex("shared_views_hash").on(t.tokenHash), index("shared_views_owner").on(t.ownerId, t.createdAt)],
);
