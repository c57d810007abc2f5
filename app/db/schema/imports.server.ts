import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { importContents, matchAnswers, matchedWords } from "../../lib/vocabulary";
import { createdAt, id, instant, list } from "../columns.server";

export const imports = sqliteTable(
  "imports",
  {
    id: id(),
    ownerId: text().notNull(),
    fileId: text(),
    fileName: text().notNull(),
    source: text(),
    /** What the file holds: listings of establishments, past sessions, the year's partners. */
    content: text({ enum: importContents }).notNull().default("listings"),
    /** A table's columns and three example rows, JSON; null for what is no table. */
    sample: text(),
    /** What each column of a table is, and what holds for all its rows; JSON. */
    mapping: text(),
    /** Do past sessions taken over from this file enter the figures? */
    isCounted: integer({ mode: "boolean" }).notNull().default(true),
    /** Why sessions are taken over into the period of a finished report. */
    reportReason: text(),
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

/** What each column of a table is, remembered for the owner's next file of the same titles. */
export const importMappings = sqliteTable(
  "import_mappings",
  {
    ownerId: text().notNull(),
    /** A hash of the titles. */
    titles: text().notNull(),
    mapping: text().notNull(),
    keptAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.titles] })],
);

/** Each name or word of a file that stands for something here, once, and what a person answered about it. */
export const importMatches = sqliteTable(
  "import_matches",
  {
    importId: text()
      .notNull()
      .references(() => imports.id),
    word: text({ enum: matchedWords }).notNull(),
    /** The name folded, with its commune where the file tells it. */
    key: text().notNull(),
    name: text().notNull(),
    /** How many rows have it. */
    rows: integer().notNull(),
    /** Ids of providers that it may be, the likeliest first. */
    suggestions: list<string>(),
    isRecognised: integer({ mode: "boolean" }).notNull(),
    answer: text({ enum: matchAnswers }),
    /** The provider, person, theme or channel that it is. */
    targetId: text(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.word, t.key] })],
);
