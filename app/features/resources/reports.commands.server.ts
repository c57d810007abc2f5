import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { experienceReports } from "~/db/schema/resources.server";
import { ConflictError } from "~/lib/errors";
import type { ReportInput } from "./report.form";

type Office = Authorized<{ id: string }, "report.write">;
type Report = Authorized<{ id: string; ownerId: string }, "report.write">;

/** Tells the network what was tried and what came of it. */
export function tellExperience(actor: Actor, office: Office, input: ReportInput): { id: string } {
  return run(actor, { name: "report.tell", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const { version: _, ...columns } = input;
    db()
      .insert(experienceReports)
      .values({ ...columns, ownerId: office.id, createdById: actor.userId, createdAt: now })
      .run();
    return { id: input.id };
  });
}

/** Corrects a report, keeping what it was. Throws ConflictError when it was saved since. */
export function correctReport(actor: Actor, report: Report, input: ReportInput): void {
  const command = { name: "report.correct", id: report.id, input, ownerId: report.ownerId, isOnce: false };
  run(actor, command, ({ revise }) => {
    const current = db().select().from(experienceReports).where(eq(experienceReports.id, report.id)).get();
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    revise("experience_reports", current);
    const { id, ...columns } = input;
    db()
      .update(experienceReports)
      .set({ ...columns, version: current.version + 1 })
      .where(eq(experienceReports.id, report.id))
      .run();
  });
}

/** Takes a report back. */
export function withdrawReport(actor: Actor, report: Report): void {
  const command = { name: "report.withdraw", id: report.id, input: null, ownerId: report.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    db().update(experienceReports).set({ deletedAt: now }).where(eq(experienceReports.id, report.id)).run();
  });
}
