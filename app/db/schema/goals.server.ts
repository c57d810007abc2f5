import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, day, deletedAt, id, instant, version } from "../columns.server";

/** What an office means to reach: a figure, from a day to a day, of the whole office, a facilitator or a theme. */
export const goals = sqliteTable(
  "goals",
  {
    id: id(),
    ownerId: text().notNull(),
    /** One of the figures that a goal may count. */
    figure: text().notNull(),
    /** In the figure's own unit: minutes for a time. */
    target: integer().notNull(),
    startsOn: day().notNull(),
    endsOn: day().notNull(),
    facilitatorId: text(),
    theme: text(),
    /** To whom it was promised (convention d’objectifs). */
    funderId: text(),
    /** Why it is what it is since its last change; former ones stay with the revisions. */
    reason: text().notNull().default(""),
    createdById: text().notNull(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [index("goals_owner").on(t.ownerId, t.endsOn)],
);

/** A goal that fell behind its season's rhythm or missed its deadline: told once, open until it is on its way again. */
export const goalWarnings = sqliteTable(
  "goal_warnings",
  {
    id: id(),
    goalId: text().notNull(),
    ownerId: text().notNull(),
    kind: text({ enum: ["behind", "missed"] }).notNull(),
    /** What was reached and what the rhythm awaited when it was noticed, in the figure's own unit. */
    value: integer().notNull(),
    awaited: integer().notNull(),
    createdAt: createdAt(),
    /** Who took note of it, when, and the line that says what follows. */
    acknowledgedById: text(),
    acknowledgedAt: instant(),
    line: text().notNull().default(""),
    /** Back on its way, changed or taken away. */
    endedAt: instant(),
  },
  (t) => [
    index("goal_warnings_owner").on(t.ownerId, t.createdAt),
    uniqueIndex("goal_warnings_open").on(t.goalId, t.kind).where(sql`ended_at IS NULL`),
  ],
);
