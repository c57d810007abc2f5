import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, id, instant } from "../columns.server";

export const imports = sqliteTable(
  "imports",
  {
    id: id(),
    ownerId: text().notNull(),
    fileId: text(),
    fileName: text().notNull(),
    source: text(),
    /** Column mapping of a spreadsheet or a Tourinsoft syndication, JSON. */
    mapping: text(),
    state: text({ enum: ["reading", "to_map", "to_review", "applying", "applied", "failed", "undone"] }).notNull(),
    /** Records read so far, and in all when known. */
    done: integer().notNull().default(0),
    total: integer(),
    error: text(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    appliedAt: instant(),
  },
  (t) => [index("imports_owner").on(t.ownerId, t.createdAt)],
);

export const importRecords = sqliteTable(
  "import_records",
  {
    importId: text()
      .notNull()
      .references(() => imports.id),
    position: integer().notNull(),
    source: text().notNull(),
    externalId: text().notNull(),
    name: text().notNull(),
    /** The normalised record, JSON. */
    record: text().notNull(),
    verdict: text({ enum: ["new", "changed", "unchanged", "skipped", "wrong"] }).notNull(),
    reason: text(),
    /** Field by field: old, new, whose it is; JSON. */
    changes: text(),
    establishmentId: text(),
    isChosen: integer({ mode: "boolean" }).notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] }), index("import_records_verdict").on(t.importId, t.verdict)],
);
