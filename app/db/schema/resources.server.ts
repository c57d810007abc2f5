import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { levels, locales, resourceKinds } from "../../lib/vocabulary";
import { createdAt, day, deletedAt, list, version } from "../columns.server";

export const resources = sqliteTable(
  "resources",
  {
    /** The key of the full-text table; an explicit integer (design 3.2). */
    number: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    /** The office that wrote it; null for what ships with the product. */
    ownerId: text(),
    slug: text().notNull(),
    kind: text({ enum: resourceKinds }).notNull(),
    title: text().notNull(),
    summary: text().notNull().default(""),
    /** Markdown, raw HTML off. */
    body: text().notNull().default(""),
    theme: text().notNull(),
    subTheme: text(),
    level: text({ enum: levels }).notNull().default("beginner"),
    locale: text({ enum: locales }).notNull().default("fr"),
    /** Minutes to read or watch. */
    minutes: integer(),
    /** Kinds of establishment it is meant for; empty for all. */
    forKinds: list<string>(),
    visibility: text({ enum: ["office", "network"] })
      .notNull()
      .default("office"),
    url: text(),
    fileId: text(),
    reviewedOn: day(),
    createdById: text(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex("resources_slug").on(t.slug).where(sql`deleted_at IS NULL`),
    index("resources_theme").on(t.theme, t.subTheme),
    index("resources_owner").on(t.ownerId),
  ],
);
