import { redirect } from "@remix-run/node";
import { eq, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { jobs } from "~/db/schema/work.server";
import { downloadTable } from "~/http/file.server";
import { enqueue } from "~/jobs/queue.server";
import type { ExportedTable, TableFormat } from "~/lib/exported-table.server";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { directRows, type ExportedList } from "./model";
import { type ExportPayload, findExportUnderWay } from "./queries.server";

/** The list as a file: at once when it is short, else prepared in the background, on a page that says how far it is. */
export function answerExport(
  actor: Actor,
  table: ExportedTable,
  { list, format, request }: { list: ExportedList; format: TableFormat; request: Request },
): Response {
  if (table.total <= directRows) return downloadTable(table, format);
  const asked = { userId: actor.userId, list, format, url: request.url, name: `${table.name}.${format}`, total: table.total };
  return redirect(paths.export(askForExport(actor, { ...asked, done: 0 })));
}

/** Asks for a file to be prepared, once while the same is under way; returns its id. */
export function askForExport(actor: Actor, payload: ExportPayload): string {
  const dedupeKey = `export/${actor.userId}/${payload.format}/${payload.url}`;
  const { userId: _who, ...input } = payload;
  return run(actor, { name: "export.ask", id: newId(), input, isOnce: false }, () => {
    return findExportUnderWay(dedupeKey) ?? enqueue({ kind: "export.write", payload, dedupeKey });
  });
}

/** Notes how far a file is, for the page that waits; the rest of what it was asked with stays as it is. */
export function keepDone(exportId: string, { total, done }: { total: number; done: number }): void {
  db()
    .update(jobs)
    .set({ payload: sql`json_set(${jobs.payload}, '$.total', ${total}, '$.done', ${done})` })
    .where(eq(jobs.id, exportId))
    .run();
}
