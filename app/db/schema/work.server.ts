import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, id, instant, list } from "../columns.server";

/** Answers of commands already done: the same key and content again gives the same answer (design 3.3). */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    actorId: text().notNull(),
    command: text().notNull(),
    id: text().notNull(),
    inputHash: text().notNull(),
    result: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.command, t.id] }), index("idempotency_keys_created").on(t.createdAt)],
);

/** What a row was before a change, who changed it and when. */
export const revisions = sqliteTable(
  "revisions",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    subject: text().notNull(),
    subjectId: text().notNull(),
    version: integer().notNull(),
    before: text().notNull(),
    command: text().notNull(),
    actorId: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("revisions_subject").on(t.subject, t.subjectId)],
);

/** Append-only by trigger, each row chained to the one before by hash. */
export const auditEntries = sqliteTable(
  "audit_entries",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    actorId: text().notNull(),
    command: text().notNull(),
    subjectId: text().notNull(),
    ownerId: text(),
    detail: text().notNull().default(""),
    at: instant().notNull(),
    hash: text().notNull(),
  },
  (t) => [index("audit_entries_owner").on(t.ownerId, t.at)],
);

export const jobs = sqliteTable(
  "jobs",
  {
    id: id(),
    kind: text().notNull(),
    payload: text().notNull(),
    dedupeKey: text(),
    runAt: instant().notNull(),
    leaseUntil: instant(),
    attempts: integer().notNull().default(0),
    state: text({ enum: ["waiting", "running", "done", "failed"] })
      .notNull()
      .default("waiting"),
    /** Per cent. */
    progress: integer().notNull().default(0),
    error: text(),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    index("jobs_due").on(t.runAt).where(sql`state IN ('waiting', 'running')`),
    uniqueIndex("jobs_dedupe").on(t.dedupeKey).where(sql`dedupe_key IS NOT NULL AND state IN ('waiting', 'running')`),
  ],
);

export const mails = sqliteTable(
  "mails",
  {
    id: id(),
    ownerId: text(),
    recipient: text().notNull(),
    replyTo: text(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    /** Files that go with it, their bytes in base64; emptied once sent. */
    attachments: list<{ name: string; mediaType: string; base64: string }>(),
    state: text({ enum: ["waiting", "sending", "sent", "failed", "uncertain"] })
      .notNull()
      .default("waiting"),
    error: text(),
    /** What it is (`pageLink`, `digest`…) and about whom, for whoever asked for it. */
    kind: text(),
    providerId: text(),
    contactId: text(),
    /** One click takes its reader off the list (RFC 8058). */
    unsubscribeUrl: text(),
    createdAt: createdAt(),
    sentAt: instant(),
    /** When somebody last asked for it to leave again, and who. */
    resentAt: instant(),
    resentById: text(),
  },
  (t) => [
    index("mails_created").on(t.createdAt),
    index("mails_provider").on(t.providerId, t.createdAt),
    index("mails_owner").on(t.ownerId, t.createdAt),
  ],
);

export const drafts = sqliteTable(
  "drafts",
  {
    id: id(),
    userId: text().notNull(),
    form: text().notNull(),
    /** The posted fields, URL-encoded. */
    fields: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index("drafts_user").on(t.userId, t.form)],
);

export const files = sqliteTable(
  "files",
  {
    id: id(),
    ownerId: text().notNull(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    sha256: text().notNull(),
    bytes: integer().notNull(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    deletedAt: instant(),
  },
  (t) => [index("files_subject").on(t.subject, t.subjectId)],
);

/** One row of settings of the installation itself: demo marker, clean stop, first-run code. */
export const installation = sqliteTable("installation", {
  key: text().primaryKey().notNull(),
  value: text().notNull(),
});
