import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { FrozenFigures, ReportBlockContent } from "../../lib/report-content";
import { createdAt, day, deletedAt, id, instant, list, version } from "../columns.server";

/** An activity report (bilan d’activité): a period of an office in blocks, its figures as they stood one day. */
export const activityReports = sqliteTable(
  "activity_reports",
  {
    id: id(),
    ownerId: text().notNull(),
    title: text().notNull(),
    /** The language of its words. */
    locale: text({ enum: ["fr", "en"] }).notNull(),
    /** month, quarter, season, year or custom. */
    period: text().notNull(),
    startsOn: day().notNull(),
    endsOn: day().notNull(),
    state: text({ enum: ["draft", "finished"] })
      .notNull()
      .default("draft"),
    figures: text({ mode: "json" }).$type<FrozenFigures>().notNull(),
    figuresAt: instant().notNull(),
    /** The schedule that made it: each period once. */
    scheduleId: text(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    finishedAt: instant(),
    finishedById: text(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    index("activity_reports_owner").on(t.ownerId, t.endsOn),
    uniqueIndex("activity_reports_schedule").on(t.scheduleId, t.startsOn).where(sql`schedule_id IS NOT NULL`),
  ],
);

/** One block of a report, in its order. */
export const activityReportBlocks = sqliteTable(
  "activity_report_blocks",
  {
    id: id(),
    reportId: text().notNull(),
    place: integer().notNull(),
    kind: text().notNull(),
    title: text().notNull().default(""),
    body: text().notNull().default(""),
    content: text({ mode: "json" }).$type<ReportBlockContent>().notNull(),
    version: version(),
  },
  (t) => [index("activity_report_blocks_report").on(t.reportId, t.place)],
);

/** The blocks that an office's new reports start from; the one that ships where it has no row. */
export const reportTemplates = sqliteTable("report_templates", {
  ownerId: text().primaryKey().notNull(),
  blocks: list<{ kind: string; title: string; body: string; content: ReportBlockContent }>(),
  changedById: text().notNull(),
  changedAt: instant().notNull(),
});

/** A session logged, corrected or taken away in a period already reported, and why. */
export const reportedChanges = sqliteTable(
  "reported_changes",
  {
    id: id(),
    ownerId: text().notNull(),
    sessionId: text().notNull(),
    /** logged, corrected, deleted or restored. */
    change: text().notNull(),
    /** The session's day after the change, and before it. */
    heldOn: day().notNull(),
    heldBefore: day(),
    reason: text().notNull().default(""),
    actorId: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("reported_changes_owner").on(t.ownerId, t.createdAt)],
);

/** Reports made by themselves when their period ends, and told by mail. */
export const reportSchedules = sqliteTable(
  "report_schedules",
  {
    id: id(),
    ownerId: text().notNull(),
    /** month, quarter, season or year. */
    period: text().notNull(),
    /** The last day of the last period made, or that had ended when it was asked. */
    madeUntil: day().notNull(),
    createdById: text().notNull(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [index("report_schedules_owner").on(t.ownerId)],
);

export const reportReaders = sqliteTable("report_readers", { scheduleId: text().notNull(), userId: text().notNull() }, (t) => [
  primaryKey({ columns: [t.scheduleId, t.userId] }),
]);
