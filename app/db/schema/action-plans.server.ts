import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { actionDoers, actionStates } from "../../lib/vocabulary";
import { createdAt, day, deletedAt, flag, id, instant, list, version } from "../columns.server";
import { providers } from "./providers.server";

export const actionPlans = sqliteTable(
  "action_plans",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text()
      .notNull()
      .references(() => providers.id),
    /** When the provider last opened the plan. */
    seenAt: instant(),
    /** Last answer or change by the provider's side. */
    lastNewsAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("action_plans_provider").on(t.providerId), index("action_plans_owner").on(t.ownerId)],
);

export const actions = sqliteTable(
  "actions",
  {
    id: id(),
    ownerId: text().notNull(),
    planId: text()
      .notNull()
      .references(() => actionPlans.id),
    providerId: text().notNull(),
    title: text().notNull(),
    why: text().notNull().default(""),
    how: text().notNull().default(""),
    theme: text(),
    /** Qui s'en charge: the provider, the office, or both together. */
    doneBy: text({ enum: actionDoers }).notNull().default("provider"),
    priority: integer().notNull().default(2),
    position: integer().notNull(),
    dueOn: day(),
    /** Minutes it takes, as shown to the provider. */
    minutes: integer(),
    state: text({ enum: actionStates }).notNull().default("todo"),
    doneOn: day(),
    resourceId: text(),
    /** The coaching session that it came from. */
    sessionId: text(),
    /** The workshop that it came from or leads to. */
    workshopId: text(),
    /** Where its words come from: `template:<slug>`, `copy:<action>`, `measure:<id>`; null when typed. */
    origin: text(),
    /** The person at the provider's who does it, and the one at the office. */
    contactId: text(),
    userId: text(),
    /** Smaller gestures, in order, ticked one by one. */
    steps: list<{ title: string; isDone: boolean }>(),
    /** When it was published; a draft (null) reaches nobody at the provider's. */
    publishedAt: instant(),
    /** When the provider first saw it. */
    seenAt: instant(),
    createdById: text(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    index("actions_plan").on(t.planId, t.position),
    index("actions_owner_state").on(t.ownerId, t.state, t.dueOn).where(sql`deleted_at IS NULL`),
    index("actions_session").on(t.sessionId),
    index("actions_provider").on(t.providerId),
  ],
);

/** The sessions and workshops that an action goes with, beside the one that it came from. */
export const actionLinks = sqliteTable(
  "action_links",
  {
    actionId: text()
      .notNull()
      .references(() => actions.id),
    kind: text({ enum: ["session", "workshop", "resource"] }).notNull(),
    targetId: text().notNull(),
    createdById: text(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.actionId, t.kind, t.targetId] }), index("action_links_target").on(t.targetId)],
);

/** Each change of an action's state: who said it, when, and who wrote it down. */
export const actionAnswers = sqliteTable(
  "action_answers",
  {
    id: id(),
    actionId: text()
      .notNull()
      .references(() => actions.id),
    state: text({ enum: actionStates }).notNull(),
    comment: text().notNull().default(""),
    /** A page that shows what was done. */
    link: text(),
    /** The day it was said; « dit au téléphone le 12 mars ». */
    saidOn: day().notNull(),
    way: text({ enum: ["online", "phone", "desk", "session", "mail"] }).notNull(),
    /** The signed-in person; null when a page link was used. */
    recordedById: text(),
    contactId: text(),
    createdAt: createdAt(),
    /** When the referent saw it on « Aujourd'hui ». */
    seenByFacilitatorAt: instant(),
  },
  (t) => [index("action_answers_action").on(t.actionId, t.createdAt)],
);

/** The thread of an action: what the provider and the office write to each other about it. */
export const actionComments = sqliteTable(
  "action_comments",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text().notNull(),
    actionId: text()
      .notNull()
      .references(() => actions.id),
    text: text().notNull(),
    /** The signed-in person; null when a page link was used. */
    authorId: text(),
    contactId: text(),
    isFromProvider: flag(),
    createdAt: createdAt(),
    /** When the other side first read it. */
    seenAt: instant(),
    deletedAt: deletedAt(),
  },
  (t) => [index("action_comments_action").on(t.actionId, t.createdAt), index("action_comments_owner").on(t.ownerId, t.seenAt)],
);
