import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { actionDoers, actionStates } from "../../lib/vocabulary";
import { createdAt, day, deletedAt, id, instant, version } from "../columns.server";
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
