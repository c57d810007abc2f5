import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, day, id, instant } from "../columns.server";

/** A correction that a provider proposes to its own record; the facilitator says yes or no. */
export const recordProposals = sqliteTable(
  "record_proposals",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text().notNull(),
    subject: text({ enum: ["establishment", "contact"] }).notNull(),
    subjectId: text().notNull(),
    field: text().notNull(),
    oldValue: text(),
    newValue: text(),
    comment: text().notNull().default(""),
    proposedById: text(),
    createdAt: createdAt(),
    decision: text({ enum: ["accepted", "refused"] }),
    decidedAt: instant(),
    decidedById: text(),
    reply: text().notNull().default(""),
  },
  (t) => [
    index("record_proposals_owner").on(t.ownerId, t.decidedAt),
    index("record_proposals_provider").on(t.providerId, t.createdAt),
  ],
);

/** What a person asks about their own data: to read all of it, or to have it erased. */
export const dataRequests = sqliteTable(
  "data_requests",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text().notNull(),
    userId: text(),
    contactId: text(),
    kind: text({ enum: ["access", "erasure"] }).notNull(),
    text: text().notNull().default(""),
    createdAt: createdAt(),
    /** A month after the request (GDPR, article 12). */
    dueOn: day().notNull(),
    state: text({ enum: ["open", "released", "done", "refused"] })
      .notNull()
      .default("open"),
    reply: text().notNull().default(""),
    handledById: text(),
    handledAt: instant(),
  },
  (t) => [index("data_requests_owner").on(t.ownerId, t.state, t.dueOn), index("data_requests_provider").on(t.providerId)],
);

/** What the retention rule or an erasure took away, and what was kept: counts, never the data. */
export const purges = sqliteTable(
  "purges",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text().notNull(),
    reason: text({ enum: ["retention", "erasure"] }).notNull(),
    /** The last day that the office and the provider met. */
    lastOn: day(),
    contacts: integer().notNull().default(0),
    files: integer().notNull().default(0),
    comments: integer().notNull().default(0),
    sessionsKept: integer().notNull().default(0),
    actorId: text(),
    createdAt: createdAt(),
  },
  (t) => [index("purges_owner").on(t.ownerId, t.createdAt)],
);
