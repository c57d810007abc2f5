import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { reportReaders, reportSchedules } from "~/db/schema/reports.server";
import { addDays, dayIn } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { lastEnded } from "./model";
import type { ScheduleInput } from "./schedule.form";
import { listPossibleReaders } from "./schedule.queries.server";

type Office = Authorized<{ id: string; ownerId: string; zone: string; seasonWeeks: number[] }, "report.schedule">;
type OwnSchedule = Authorized<{ id: string; ownerId: string }, "report.schedule">;

/**
 * Has a report made each time a period ends from now on, and sent to these people of the office. Throws RuleError
 * `reportSeason` where the office has no full season, `unknownChoice` for somebody who does not work there.
 */
export function scheduleReports(actor: Actor, office: Office, input: ScheduleInput): void {
  run(actor, { name: "report.schedule", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const today = dayIn(office.zone, now);
    const ended = lastEnded(input.period, today, office.seasonWeeks);
    if (input.period === "season" && office.seasonWeeks.length === 0) throw new RuleError("reportSeason", {}, "period");
    const { id, period } = input;
    const owned = { id, ownerId: office.id, createdById: actor.userId, createdAt: now };
    db()
      .insert(reportSchedules)
      .values({ ...owned, period, madeUntil: ended?.to ?? addDays(today, -1) })
      .run();
    writeReaders(office.id, input);
  });
}

/** Chooses other readers. Throws RuleError `unknownChoice`. */
export function changeReaders(actor: Actor, schedule: OwnSchedule, input: ScheduleInput): void {
  const command = { name: "report.changeReaders", id: schedule.id, input, ownerId: schedule.ownerId, isOnce: false };
  run(actor, command, ({ revise }) => {
    const before = db().select().from(reportReaders).where(eq(reportReaders.scheduleId, schedule.id)).all();
    revise("report_readers", { id: schedule.id, readers: before.map(({ userId }) => userId) });
    db().delete(reportReaders).where(eq(reportReaders.scheduleId, schedule.id)).run();
    writeReaders(schedule.ownerId, { ...input, id: schedule.id });
  });
}

/** No more reports by themselves; those made stay. */
export function stopSchedule(actor: Actor, { id, ownerId }: OwnSchedule): void {
  run(actor, { name: "report.stopSchedule", id, input: null, ownerId, isOnce: false }, ({ now }) => {
    db()
      .update(reportSchedules)
      .set({ deletedAt: now })
      .where(and(eq(reportSchedules.id, id), isNull(reportSchedules.deletedAt)))
      .run();
  });
}

function writeReaders(ownerId: string, { id, readers }: ScheduleInput): void {
  const known = new Set(listPossibleReaders(ownerId).map((one) => one.id));
  for (const userId of new Set(readers)) {
    if (!known.has(userId)) throw new RuleError("unknownChoice", {}, "readers");
    db().insert(reportReaders).values({ scheduleId: id, userId }).run();
  }
}

/** Takes off a schedule's list whoever no longer works in its office: back one day, they are chosen again or get nothing. */
export function forgetReadersWhoLeft({ id, ownerId }: { id: string; ownerId: string }): void {
  const working = listPossibleReaders(ownerId).map((one) => one.id);
  const gone = and(eq(reportReaders.scheduleId, id), notInArray(reportReaders.userId, working));
  db().delete(reportReaders).where(gone).run();
}
