import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, day, deletedAt, id, version } from "../columns.server";

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
    createdById: text().notNull(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [index("goals_owner").on(t.ownerId, t.endsOn)],
);
