import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { activityReportBlocks, activityReports, reportTemplates } from "~/db/schema/reports.server";
import type { Period } from "~/features/figures/period.model";
import { dayIn } from "~/lib/dates";
import { ConflictError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { NewReportInput } from "./form";
import { freezeFigures } from "./freeze.server";
import { lastEnded, periodBefore, type ReportPeriod } from "./model";
import { findTemplate, listBlocks, type Report } from "./queries.server";
import { startingBlocks, titleOf } from "./template.server";

type Office = Authorized<{ id: string; ownerId: string; name: string; zone: string; seasonWeeks: number[] }, "report.make">;
type OwnReport = Authorized<Report, "report.make">;

/** Makes a draft: the period's figures as they stand now, and the office's blocks. Throws RuleError `noSeason`, `dayFuture`. */
export function makeReport(actor: Actor, office: Office, input: NewReportInput): { id: string } {
  return run(actor, { name: "report.make", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const days = daysOf(office, input, dayIn(office.zone, now));
    writeReport(actor, office, { id: input.id, period: input.period, days, at: now, scheduleId: null });
    return { id: input.id };
  });
}

interface Made {
  id: string;
  period: ReportPeriod;
  days: Period;
  at: number;
  scheduleId: string | null;
}

/** The rows of a new draft; inside a command. */
export function writeReport(actor: Actor, office: Pick<Office, "id" | "name">, made: Made): { title: string } {
  const { id, period, days, at, scheduleId } = made;
  const { locale } = actor;
  const figures = freezeFigures(actor, office.id, { days, before: periodBefore(period, days) });
  const title = titleOf(locale, period, days);
  const owned = { id, ownerId: office.id, scheduleId, createdById: actor.userId, createdAt: at };
  db()
    .insert(activityReports)
    .values({ ...owned, title, locale, period, startsOn: days.from, endsOn: days.to, figures, figuresAt: at })
    .run();
  const blocks = startingBlocks(locale, findTemplate(office.id));
  for (const [place, block] of blocks.entries())
    db()
      .insert(activityReportBlocks)
      .values({ id: newId(), reportId: id, place, ...block })
      .run();
  return { title };
}

function daysOf(office: Office, { period, startsOn, endsOn }: NewReportInput, today: string): Period {
  if (period === "custom") {
    if ((endsOn ?? "") > today) throw new RuleError("reportFuture", {}, "endsOn");
    return { from: startsOn ?? today, to: endsOn ?? today };
  }
  const days = lastEnded(period, today, office.seasonWeeks);
  if (!days) throw new RuleError("reportSeason", {}, "period");
  return days;
}

/** Takes the figures of today into a draft. Throws RuleError `reportFinished`. */
export function refreshFigures(actor: Actor, report: OwnReport): void {
  change(actor, report, {
    name: "report.refresh",
    permission: "report.make",
    at: (now) => {
      const days = { from: report.startsOn, to: report.endsOn };
      const figures = freezeFigures(actor, report.ownerId, { days, before: periodBefore(report.period, days) });
      return { figures, figuresAt: now };
    },
  });
}

/** Ends the writing: texts and figures change no more. Throws RuleError `reportFinished` where it already has. */
export function finishReport(actor: Actor, report: Authorized<Report, "report.finish">): void {
  const at = (now: number): Changes => ({ state: "finished", finishedAt: now, finishedById: actor.userId });
  change(actor, report, { name: "report.finish", permission: "report.finish", at });
}

/** Deletes a report, or brings it back: 30 days of second thoughts. */
export function deleteReport(
  actor: Actor,
  report: Authorized<{ id: string; ownerId: string }, "report.finish">,
  { isBack }: { isBack: boolean },
): void {
  const name = isBack ? "report.restore" : "report.delete";
  run(actor, { name, id: report.id, input: null, ownerId: report.ownerId, isOnce: false }, ({ now }) => {
    db()
      .update(activityReports)
      .set({ deletedAt: isBack ? null : now })
      .where(eq(activityReports.id, report.id))
      .run();
  });
}

/** Keeps a report's blocks as what the office's next reports start from. */
export function keepTemplate(actor: Actor, report: Authorized<Report, "report.finish">): void {
  const { ownerId } = report;
  run(actor, { name: "report.keepTemplate", id: report.id, input: null, ownerId, isOnce: false }, ({ now, revise }) => {
    const before = db().select().from(reportTemplates).where(eq(reportTemplates.ownerId, ownerId)).get();
    if (before) revise("report_templates", { ...before, id: ownerId });
    const rows = listBlocks(report.id).filter((block) => block.kind !== "quote");
    const blocks = rows.map(({ kind, title, body, content }) => ({ kind, title, body, content }));
    const values = { blocks, changedById: actor.userId, changedAt: now };
    db()
      .insert(reportTemplates)
      .values({ ownerId, ...values })
      .onConflictDoUpdate({ target: reportTemplates.ownerId, set: values })
      .run();
  });
}

type Changes = Partial<typeof activityReports.$inferInsert>;

interface Change {
  name: string;
  permission: "report.make" | "report.finish";
  at: (now: number) => Changes;
}

function change(actor: Actor, { id, ownerId }: Pick<Report, "id" | "ownerId">, { name, permission, at }: Change): void {
  const subject = { permission, reread: () => findRow(id) };
  run(actor, { name, id, input: null, ownerId, subject, isOnce: false }, ({ now, revise }) => {
    const current = findRow(id);
    if (!current) throw new ConflictError("version", current);
    if (current.state === "finished") throw new RuleError("reportFinished");
    revise("activity_reports", current);
    db()
      .update(activityReports)
      .set({ ...at(now), version: current.version + 1 })
      .where(eq(activityReports.id, id))
      .run();
  });
}

function findRow(id: string) {
  return db()
    .select()
    .from(activityReports)
    .where(and(eq(activityReports.id, id), isNull(activityReports.deletedAt)))
    .get();
}
