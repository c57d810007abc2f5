import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { otherWorkKinds, presences, sessionChannels, sessionKinds } from "../../lib/vocabulary";
import { createdAt, day, deletedAt, flag, id, instant, list, version } from "../columns.server";

export const coachingSessions = sqliteTable(
  "coaching_sessions",
  {
    id: id(),
    ownerId: text().notNull(),
    kind: text({ enum: sessionKinds }).notNull(),
    otherWorkKind: text({ enum: otherWorkKinds }),
    title: text(),
    /** The local day in the owner's zone, set at write; figures group by it. */
    heldOn: day().notNull(),
    startsAt: instant(),
    zone: text().notNull(),
    durationMinutes: integer().notNull(),
    preparationMinutes: integer().notNull().default(0),
    travelMinutes: integer().notNull().default(0),
    travelKilometres: integer().notNull().default(0),
    channel: text({ enum: sessionChannels }),
    /** The main theme, a code of domain 3.1; shares by theme count this one. */
    theme: text(),
    /** Sub-themes, `theme.sub_theme`. */
    subThemes: list<string>(),
    /** Visible to the provider. */
    note: text().notNull().default(""),
    /** Seen by the owner's facilitators only; indexed nowhere (design §2). */
    privateNote: text().notNull().default(""),
    /** Present people who are not recorded. */
    headCount: integer().notNull().default(0),
    facilitatorId: text().notNull(),
    funderId: text(),
    isComplete: flag(),
    /** Supports of the session: present people and head-count; a one-to-one at least 1. Kept by the commands. */
    supports: integer().notNull().default(0),
    /** The import that took this session over from an earlier follow-up file; null for one logged here. */
    importId: text(),
    /** False keeps a taken-over session out of every figure. */
    isCounted: integer({ mode: "boolean" }).notNull().default(true),
    createdById: text().notNull(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    index("coaching_sessions_owner_held").on(t.ownerId, t.heldOn, t.id).where(sql`deleted_at IS NULL`),
    index("coaching_sessions_figures")
      .on(
        t.ownerId,
        t.heldOn,
        t.kind,
        t.theme,
        t.channel,
        t.facilitatorId,
        t.durationMinutes,
        t.preparationMinutes,
        t.travelMinutes,
        t.travelKilometres,
        t.supports,
        t.isCounted,
      )
      .where(sql`deleted_at IS NULL`),
    index("coaching_sessions_facilitator").on(t.facilitatorId, t.heldOn),
    index("coaching_sessions_incomplete")
      .on(t.facilitatorId, t.heldOn, t.id)
      .where(sql`deleted_at IS NULL AND is_complete = 0 AND kind <> 'other_work'`),
    index("coaching_sessions_import").on(t.importId).where(sql`import_id IS NOT NULL`),
  ],
);

export const sessionFacilitators = sqliteTable(
  "session_facilitators",
  {
    sessionId: text()
      .notNull()
      .references(() => coachingSessions.id),
    userId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.userId] }), index("session_facilitators_user").on(t.userId)],
);

/** One row a person or business that was expected: a provider (with or without a named contact), a colleague, an office, a project holder. */
export const sessionParticipants = sqliteTable(
  "session_participants",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => coachingSessions.id),
    providerId: text(),
    contactId: text(),
    userId: text(),
    organisationId: text(),
    /** For a person who is not recorded. */
    name: text(),
    presence: text({ enum: presences }).notNull().default("present"),
  },
  (t) => [
    index("session_participants_session").on(t.sessionId),
    index("session_participants_provider").on(t.providerId, t.sessionId),
  ],
);

/** The establishments ticked in a session: what « établissements touchés » counts. */
export const sessionEstablishments = sqliteTable(
  "session_establishments",
  {
    sessionId: text()
      .notNull()
      .references(() => coachingSessions.id),
    establishmentId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.establishmentId] }), index("session_establishments_est").on(t.establishmentId)],
);

export const sessionTags = sqliteTable(
  "session_tags",
  {
    sessionId: text()
      .notNull()
      .references(() => coachingSessions.id),
    tagId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.tagId] }), index("session_tags_tag").on(t.tagId)],
);

export const sessionResources = sqliteTable(
  "session_resources",
  {
    sessionId: text()
      .notNull()
      .references(() => coachingSessions.id),
    resourceId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.resourceId] })],
);

/**
 * Pooled sessions: what each office takes of people and minutes. The owner has a row too, so that a
 * session with shares is read from them alone; without any, it is the owner's as a whole.
 */
export const sessionShares = sqliteTable(
  "session_shares",
  {
    sessionId: text()
      .notNull()
      .references(() => coachingSessions.id),
    organisationId: text().notNull(),
    minutes: integer().notNull(),
    supports: integer().notNull(),
    excused: integer().notNull().default(0),
    absent: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.organisationId] }), index("session_shares_org").on(t.organisationId)],
);

/** Pooled sessions: one row a person who was there for a provider of another office, which alone names it. */
export const sessionGuests = sqliteTable(
  "session_guests",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => coachingSessions.id),
    /** The provider's office. */
    organisationId: text().notNull(),
    providerId: text().notNull(),
    /** The one that was reached, where the provider has a single one. */
    establishmentId: text(),
  },
  (t) => [
    index("session_guests_session").on(t.sessionId),
    index("session_guests_org").on(t.organisationId, t.sessionId),
    index("session_guests_provider").on(t.providerId, t.sessionId),
  ],
);

/** The summary sent to the provider after a session. */
export const sessionSummaries = sqliteTable(
  "session_summaries",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => coachingSessions.id),
    contactId: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    mailId: text(),
    sentById: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index("session_summaries_session").on(t.sessionId)],
);
