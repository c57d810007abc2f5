import { sql } from "drizzle-orm";
import { index, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { noticeFrequencies, noticeKinds } from "../../lib/vocabulary";
import { createdAt, day, id, instant } from "../columns.server";

/** One piece of news for one person: shown in the app, and carried by at most one mail. */
export const notices = sqliteTable(
  "notices",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text(),
    /** A contact of a provider, a login of a provider whose address is no contact's, or a user of the office. */
    personKind: text({ enum: ["contact", "host", "user"] }).notNull(),
    personId: text().notNull(),
    kind: text({ enum: noticeKinds }).notNull(),
    /** The action, message, request… that it speaks of. */
    subjectId: text().notNull(),
    /** The same news is told once: kind, subject and what makes it new. */
    dedupeKey: text().notNull(),
    createdAt: createdAt(),
    readAt: instant(),
    /** The mail that carried it. */
    mailId: text(),
    mailedOn: day(),
    /** Why it will never be mailed: season, left, refused, answered, never, noAddress. */
    dropped: text(),
  },
  (t) => [
    uniqueIndex("notices_once").on(t.personId, t.dedupeKey),
    index("notices_person").on(t.personId, t.createdAt),
    index("notices_waiting").on(t.createdAt).where(sql`mail_id IS NULL AND dropped IS NULL`),
    index("notices_provider").on(t.providerId, t.createdAt),
  ],
);

/** How often each kind of news comes by mail; a kind without a row follows the product's default. */
export const noticeChoices = sqliteTable(
  "notice_choices",
  {
    personId: text().notNull(),
    kind: text({ enum: noticeKinds }).notNull(),
    frequency: text({ enum: noticeFrequencies }).notNull(),
    chosenAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
);
