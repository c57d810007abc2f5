import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { locales, roles } from "../../lib/vocabulary";
import { createdAt, day, id, instant, list, version } from "../columns.server";

export const users = sqliteTable(
  "users",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    jobTitle: text(),
    locale: text({ enum: locales }).notNull().default("fr"),
    /** The number shown to providers, E.164. */
    phone: text(),
    /** ISO weekdays, 1 Monday to 7 Sunday. */
    presentDays: list<number>(),
    cohortName: text(),
    cohortYear: integer(),
    photoFileId: text(),
    passwordHash: text(),
    suspendedAt: instant(),
    /** The office whose forms come up first. */
    currentOrganisationId: text(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [uniqueIndex("users_email").on(t.email)],
);

/** Lucia's sessions; `id` is the SHA-256 of what the cookie holds. `expiresAt` is in seconds (Lucia's unit). */
export const authSessions = sqliteTable(
  "auth_sessions",
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id),
    expiresAt: integer().notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull(),
    device: text().notNull(),
    /** While it is set, this device shows nothing but this path and what is under it (signing on a tablet). */
    lockedTo: text(),
    /** Keyed hash of the code that opens it again. */
    unlockHash: text(),
  },
  (t) => [index("auth_sessions_user").on(t.userId)],
);

export const signInLinks = sqliteTable(
  "sign_in_links",
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id),
    tokenHash: text().notNull(),
    codeHash: text().notNull(),
    /** Hash of the asking browser's own cookie: the link works there, elsewhere the code is typed. */
    browserHash: text().notNull(),
    attempts: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [uniqueIndex("sign_in_links_token").on(t.tokenHash), index("sign_in_links_user").on(t.userId)],
);

export const memberships = sqliteTable(
  "memberships",
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id),
    organisationId: text().notNull(),
    role: text({ enum: roles }).notNull(),
    startsOn: day().notNull(),
    endsOn: day(),
    /** ISO weekdays, 1 Monday to 7 Sunday. */
    workingDays: list<number>(),
    /** Hours granted per full civil year; prorated by startsOn and endsOn. */
    hoursPerYear: integer(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    index("memberships_user").on(t.userId),
    index("memberships_organisation").on(t.organisationId),
    uniqueIndex("memberships_current").on(t.userId, t.organisationId, t.role).where(sql`ends_on IS NULL`),
  ],
);

export const absences = sqliteTable(
  "absences",
  {
    id: id(),
    userId: text().notNull(),
    startsOn: day().notNull(),
    endsOn: day().notNull(),
    substituteId: text(),
    createdAt: createdAt(),
  },
  (t) => [index("absences_user").on(t.userId, t.startsOn)],
);

export const invitations = sqliteTable(
  "invitations",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    tokenHash: text().notNull(),
    invitedById: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex("invitations_token").on(t.tokenHash), index("invitations_email").on(t.email)],
);

export const invitationRoles = sqliteTable(
  "invitation_roles",
  {
    invitationId: text()
      .notNull()
      .references(() => invitations.id),
    organisationId: text().notNull(),
    role: text({ enum: roles }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.invitationId, t.organisationId, t.role] })],
);

/** A login's access to a provider (design §1); ends the day the operator sells. */
export const providerAccesses = sqliteTable(
  "provider_accesses",
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id),
    providerId: text().notNull(),
    startsOn: day().notNull(),
    endsOn: day(),
    createdAt: createdAt(),
  },
  (t) => [index("provider_accesses_user").on(t.userId), index("provider_accesses_provider").on(t.providerId)],
);

/** Page links in mails to providers (design 3.5): open one provider's plan for 90 days. */
export const pageLinks = sqliteTable(
  "page_links",
  {
    id: id(),
    tokenHash: text().notNull(),
    providerId: text().notNull(),
    contactId: text(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex("page_links_token").on(t.tokenHash), index("page_links_provider").on(t.providerId)],
);
