import { existsSync, statSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "~/access/actor";
import { canSomewhere, type Permission } from "~/access/can";
import { db } from "~/db/client.server";
import { jobs } from "~/db/schema/work.server";
import { NotFoundError } from "~/lib/errors";
import { type ExportedList, exportedLists } from "./model";
import { exportPath } from "./storage.server";

export const exportPayload = z.object({
  userId: z.string(),
  list: z.enum(exportedLists),
  format: z.enum(["csv", "xlsx"]),
  /** The list's address with its filters. */
  url: z.string(),
  /** With its ending. */
  name: z.string(),
  total: z.number(),
  done: z.number().default(0),
  /** When it was taken back, because it may hold somebody who was forgotten. */
  withdrawnAt: z.number().optional(),
});
export type ExportPayload = z.output<typeof exportPayload>;

/** What whoever takes a file away must still be allowed somewhere. */
const permissions: Record<ExportedList, Permission> = {
  coaching: "coaching.export",
  providers: "provider.export",
  plans: "plan.export",
  workshops: "workshop.export",
  registrations: "workshop.export",
  resources: "resource.export",
  figureRows: "dashboard.export",
  goals: "dashboard.export",
  sitCorrections: "provider.correct",
  mails: "mail.list",
  usage: "resource.usage",
  feedback: "workshop.export",
  requests: "provider.correct",
  watch: "resource.export",
  reports: "resource.export",
  links: "resource.usage",
  review: "resource.usage",
  people: "organisation.people",
  duplicates: "provider.merge",
  proposals: "watch.export",
  feeds: "watch.export",
  letters: "watch.export",
  invitations: "organisation.invite",
};

/** A file that this actor asked for, and may still have; throws NotFoundError for anybody else. */
export function getExport(actor: Actor, exportId: string) {
  const { id, kind, payload, state } = jobs;
  const row = db()
    .select({ id, payload, state })
    .from(jobs)
    .where(and(eq(id, exportId), eq(kind, "export.write")))
    .get();
  const asked = row ? exportPayload.parse(JSON.parse(row.payload)) : undefined;
  if (!row || asked?.userId !== actor.userId || !canSomewhere(actor, permissions[asked.list])) throw new NotFoundError("export");
  const path = exportPath(row.id);
  const isWithdrawn = asked.withdrawnAt !== undefined;
  const bytes = row.state === "done" && !isWithdrawn && existsSync(path) ? statSync(path).size : undefined;
  return { ...asked, id: row.id, state: row.state, isWithdrawn, path, bytes };
}

/** Whether a file was taken back while it was being written. */
export function isWithdrawn(exportId: string): boolean {
  const row = db().select({ payload: jobs.payload }).from(jobs).where(eq(jobs.id, exportId)).get();
  return row !== undefined && exportPayload.parse(JSON.parse(row.payload)).withdrawnAt !== undefined;
}

/** The same file already under way for whoever asked. */
export function findExportUnderWay(dedupeKey: string): string | undefined {
  const rows = db().select({ id: jobs.id, state: jobs.state }).from(jobs).where(eq(jobs.dedupeKey, dedupeKey)).all();
  return rows.find((row) => row.state === "waiting" || row.state === "running")?.id;
}
