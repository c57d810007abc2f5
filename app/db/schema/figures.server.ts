import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, deletedAt, id, version } from "../columns.server";

/**
 * Summaries, written in the facts' own transactions (design 3.3). `month` is `2026-11`; a missing
 * theme, kind or channel is the empty text, so that the keys stay whole.
 */
export const monthSummaries = sqliteTable(
  "month_summaries",
  {
    ownerId: text().notNull(),
    month: text().notNull(),
    kind: text().notNull(),
    theme: text().notNull(),
    channel: text().notNull(),
    sessions: integer().notNull(),
    shortAdvices: integer().notNull(),
    supports: integer().notNull(),
    minutes: integer().notNull(),
    preparationMinutes: integer().notNull(),
    travelMinutes: integer().notNull(),
    travelKilometres: integer().notNull(),
    excused: integer().notNull(),
    absent: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.month, t.kind, t.theme, t.channel] })],
);

/** One row a provider and month with at least one support: what distinct counts stand on. */
export const providerMonths = sqliteTable(
  "provider_months",
  {
    ownerId: text().notNull(),
    month: text().notNull(),
    providerId: text().notNull(),
    supports: integer().notNull(),
    sessions: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.month, t.providerId] }), index("provider_months_provider").on(t.providerId)],
);

/** Minutes by facilitator and month: hours used against hours granted. */
export const facilitatorMonths = sqliteTable(
  "facilitator_months",
  {
    ownerId: text().notNull(),
    month: text().notNull(),
    facilitatorId: text().notNull(),
    sessions: integer().notNull(),
    supports: integer().notNull(),
    contactMinutes: integer().notNull(),
    preparationMinutes: integer().notNull(),
    travelMinutes: integer().notNull(),
    otherMinutes: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.month, t.facilitatorId] })],
);

/** Every organisation above another, kept by a trigger as the tree grows: what sums over offices stand on. */
export const organisationAncestors = sqliteTable(
  "organisation_ancestors",
  { organisationId: text().notNull(), ancestorId: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.ancestorId] }),
    index("organisation_ancestors_above").on(t.ancestorId, t.organisationId),
  ],
);

/**
 * The month summaries of all organisations below another, added up by theme and by channel (`code`) apart: kept
 * by triggers on `month_summaries`, so that a network reads as fast as an office (docs/decisions/figures-01).
 */
export const networkMonths = sqliteTable(
  "network_months",
  {
    networkId: text().notNull(),
    month: text().notNull(),
    dimension: text({ enum: ["theme", "channel"] }).notNull(),
    kind: text().notNull(),
    code: text().notNull(),
    sessions: integer().notNull(),
    shortAdvices: integer().notNull(),
    supports: integer().notNull(),
    minutes: integer().notNull(),
    excused: integer().notNull(),
    absent: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.networkId, t.dimension, t.month, t.kind, t.code] })],
);

/** An office's civil year, other work left out, with its distinct providers: kept by triggers on the summaries. */
export const officeYears = sqliteTable(
  "office_years",
  {
    ownerId: text().notNull(),
    year: text().notNull(),
    sessions: integer().notNull(),
    supports: integer().notNull(),
    minutes: integer().notNull(),
    reached: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.year] })],
);

/** All that an office's summaries hold, by kind, other work included: kept by triggers, so that the log opens with its totals. */
export const officeTotals = sqliteTable(
  "office_totals",
  {
    ownerId: text().notNull(),
    kind: text().notNull(),
    sessions: integer().notNull(),
    supports: integer().notNull(),
    minutes: integer().notNull(),
    preparationMinutes: integer().notNull(),
    travelMinutes: integer().notNull(),
    travelKilometres: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.kind] })],
);

/** Providers that an office knows, those who have closed since included: kept by triggers on `providers`. */
export const officeKnown = sqliteTable("office_known", {
  ownerId: text().primaryKey().notNull(),
  providers: integer().notNull(),
});

/**
 * When all that a provider runs was closed or sold, from a day to the one before `toOn` (null: since then), with its
 * last support: kept by triggers on the states, so that whom an office knows is counted without reading them.
 */
export const providerClosures = sqliteTable(
  "provider_closures",
  {
    providerId: text().notNull(),
    ownerId: text().notNull(),
    fromOn: text().notNull(),
    toOn: text(),
    lastSupportOn: text(),
  },
  (t) => [
    primaryKey({ columns: [t.providerId, t.fromOn] }),
    index("provider_closures_owner").on(t.ownerId, t.fromOn, t.toOn, t.lastSupportOn, t.providerId),
  ],
);

/** A month's totals typed in for an office that does not log here: told apart as « déclaré ». */
export const declaredMonths = sqliteTable(
  "declared_months",
  {
    id: id(),
    ownerId: text().notNull(),
    month: text().notNull(),
    sessions: integer().notNull(),
    supports: integer().notNull(),
    /** With providers. */
    minutes: integer().notNull(),
    reached: integer().notNull(),
    declaredById: text().notNull(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [uniqueIndex("declared_months_month").on(t.ownerId, t.month).where(sql`deleted_at IS NULL`)],
);
