import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import {
  fileReadings,
  levels,
  licences,
  linkStates,
  locales,
  resourceKinds,
  resourceSeasons,
  resourceStates,
  resourceVisibilities,
} from "../../lib/vocabulary";
import { createdAt, day, deletedAt, flag, id, instant, list, version } from "../columns.server";

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
    visibility: text({ enum: resourceVisibilities }).notNull().default("office"),
    /** A draft and what waits for a second look are read by whoever may edit alone. */
    state: text({ enum: resourceStates }).notNull().default("published"),
    /** When in the year it serves. */
    season: text({ enum: resourceSeasons }).notNull().default("any"),
    /** Other words that people use for it, searched and not shown. */
    keywords: text().notNull().default(""),
    licence: text({ enum: licences }),
    author: text(),
    url: text(),
    fileId: text(),
    /** The words of its file, read by a worker, searched and not shown. */
    fileText: text().notNull().default(""),
    reviewedOn: day(),
    /** After this day it says that it is out of date, and stands last. */
    expiresOn: day(),
    /** Whether the words of its file were read. */
    fileState: text({ enum: fileReadings }),
    /** A picture of its own, shown in the place of a video's. */
    pictureFileId: text(),
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

/** The folded words of the whole library, each with the number of resources that hold it: what a misspelt word is compared with. */
export const resourceWords = sqliteTable(
  "resource_words",
  {
    word: text().primaryKey().notNull(),
    stem: text().notNull(),
    /** How many resources hold the word. */
    resources: integer().notNull(),
  },
  (t) => [index("resource_words_stem").on(t.stem)],
);

/** Each address that a resource sends its reader to, and what it answered when it was last asked. */
export const resourceLinks = sqliteTable(
  "resource_links",
  {
    resourceId: text().notNull(),
    url: text().notNull(),
    state: text({ enum: linkStates }).notNull().default("unknown"),
    /** Where it leads now, when it moved for good. */
    movedTo: text(),
    /** What it answered: a status, or a word of the safe client. */
    answer: text(),
    /** Times in a row that it answered as what is gone does. */
    failures: integer().notNull().default(0),
    checkedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.resourceId, t.url] }),
    index("resource_links_url").on(t.url),
    index("resource_links_due").on(t.checkedAt),
  ],
);

/** What one person thinks of a resource, and has done with it. */
export const resourceMarks = sqliteTable(
  "resource_marks",
  {
    userId: text().notNull(),
    resourceId: text().notNull(),
    isKept: flag(),
    doneAt: instant(),
    isUseful: integer({ mode: "boolean" }),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.resourceId] }), index("resource_marks_resource").on(t.resourceId)],
);

/** Times a resource was opened, by day and by whom; nobody is named. */
export const resourceOpenings = sqliteTable(
  "resource_openings",
  {
    resourceId: text().notNull(),
    openedOn: day().notNull(),
    by: text({ enum: ["staff", "provider"] }).notNull(),
    times: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.resourceId, t.openedOn, t.by] })],
);

/** Resources in an order, for one moment: « ouvrir sa saison ». */
export const resourceCollections = sqliteTable(
  "resource_collections",
  {
    id: id(),
    /** Null for what ships with the product. */
    ownerId: text(),
    slug: text().notNull(),
    title: text().notNull(),
    summary: text().notNull().default(""),
    visibility: text({ enum: resourceVisibilities }).notNull().default("office"),
    /** Ids of resources, in their order. */
    resourceIds: list<string>(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [uniqueIndex("resource_collections_slug").on(t.slug).where(sql`deleted_at IS NULL`)],
);

/** What a facilitator tells colleagues of the network: context, what was done, result, tips. */
export const experienceReports = sqliteTable(
  "experience_reports",
  {
    id: id(),
    ownerId: text().notNull(),
    title: text().notNull(),
    theme: text().notNull(),
    context: text().notNull(),
    done: text().notNull(),
    result: text().notNull(),
    tips: text().notNull().default(""),
    forKinds: list<string>(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [index("experience_reports_theme").on(t.theme, t.createdAt)],
);

/** A feed that an office reads. */
export const watchFeeds = sqliteTable(
  "watch_feeds",
  {
    id: id(),
    ownerId: text().notNull(),
    url: text().notNull(),
    title: text().notNull(),
    theme: text().notNull(),
    readAt: instant(),
    /** Why the last reading failed, a key of the texts; null when it went well. */
    error: text(),
    /** What the feed's server said of its last answer, sent back so that nothing comes twice. */
    etag: text(),
    lastModified: text(),
    /** Times in a row that it could not be read. */
    failures: integer().notNull().default(0),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [uniqueIndex("watch_feeds_url").on(t.ownerId, t.url).where(sql`ended_at IS NULL`)],
);

/** A piece of news: typed by hand, or proposed by a feed until somebody keeps it. */
export const watchItems = sqliteTable(
  "watch_items",
  {
    id: id(),
    ownerId: text().notNull(),
    feedId: text(),
    /** The feed's own name for the entry. */
    externalId: text(),
    url: text().notNull(),
    title: text().notNull(),
    summary: text().notNull().default(""),
    /** Why it matters here. */
    why: text().notNull().default(""),
    theme: text().notNull(),
    forKinds: list<string>(),
    state: text({ enum: ["proposed", "kept", "left"] }).notNull(),
    publishedOn: day().notNull(),
    createdById: text(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    index("watch_items_owner").on(t.ownerId, t.state, t.publishedOn),
    uniqueIndex("watch_items_entry").on(t.feedId, t.externalId).where(sql`feed_id IS NOT NULL`),
  ],
);

/** News of the watch chosen for hosts, and sent to those who confirmed that they want it. */
export const newsletters = sqliteTable(
  "newsletters",
  {
    id: id(),
    ownerId: text().notNull(),
    subject: text().notNull(),
    intro: text().notNull().default(""),
    /** The kind of establishment that it is for; null for all. */
    forKind: text(),
    /** Ids of watch items, in their order. */
    itemIds: list<string>(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    sentAt: instant(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [index("newsletters_owner").on(t.ownerId, t.createdAt)],
);

/** One mail of a letter, once a contact. */
export const newsletterDeliveries = sqliteTable(
  "newsletter_deliveries",
  {
    newsletterId: text().notNull(),
    contactId: text().notNull(),
    mailId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.newsletterId, t.contactId] })],
);

/** Whether a contact wants an office's letter: asked by mail, confirmed by a click, ended by another. */
export const newsletterReaders = sqliteTable(
  "newsletter_readers",
  {
    contactId: text().notNull(),
    ownerId: text().notNull(),
    askedAt: instant().notNull(),
    confirmedAt: instant(),
    endedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.ownerId] }), index("newsletter_readers_owner").on(t.ownerId)],
);
