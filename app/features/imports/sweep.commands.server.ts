import { and, inArray, notInArray } from "drizzle-orm";
import { db } from "~/db/client.server";
import { imports } from "~/db/schema/imports.server";
import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { dropImportFile, listOldImportFiles } from "./file-store.server";

/** Asks for one sweep a day of files that no import waits for any more. */
export function askForImportSweep(): void {
  const runAt = now() + 25 * 3_600_000;
  enqueue({ kind: "import.sweep", payload: {}, runAt, dedupeKey: `import.sweep/${dayIn("Europe/Paris", runAt)}` });
}

/** Removes files a day old whose import is gone or over; those that wait for a person stay. */
export function sweepImportFiles(): void {
  const old = listOldImportFiles();
  const waiting = db()
    .select({ id: imports.id })
    .from(imports)
    .where(and(inArray(imports.id, old), notInArray(imports.state, ["applied", "failed", "undone"])))
    .all();
  const kept = new Set(waiting.map((row) => row.id));
  for (const id of old) if (!kept.has(id)) dropImportFile(id);
  if (kept.size > 0) askForImportSweep();
}
