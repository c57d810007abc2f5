import { createWriteStream, mkdirSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { Actor } from "~/access/actor";
import { loadActor } from "~/auth/load-actor.server";
import { enqueue } from "~/jobs/queue.server";
import type { JobHandlers } from "~/jobs/worker.server";
import { type ExportedTable, streamTable } from "~/lib/exported-table.server";
import { keepDone } from "./commands.server";
import { type ExportedList, keptHours } from "./model";
import { exportPayload, isWithdrawn } from "./queries.server";
import { exportPath, exportsFolder } from "./storage.server";

type Opener = (actor: Actor, request: Request) => ExportedTable | Promise<ExportedTable>;

/** The work behind a prepared file: written with the rights its reader has now, kept for a day, then removed. */
export function exportJobs(openers: Record<ExportedList, Opener>): JobHandlers {
  return {
    "export.write": async (payload, { jobId }) => {
      const asked = exportPayload.parse(payload);
      const actor = loadActor(asked.userId);
      if (!actor) return;
      const table = await openers[asked.list](actor, new Request(asked.url));
      const partial = `${exportPath(jobId)}.part`;
      mkdirSync(exportsFolder(), { recursive: true });
      const tell = teller((done) => keepDone(jobId, { total: table.total, done }));
      try {
        await pipeline(Readable.from(streamTable(table, asked.format, tell)), createWriteStream(partial, { mode: 0o600 }));
        keepDone(jobId, { total: table.total, done: table.total });
        if (isWithdrawn(jobId)) return;
        renameSync(partial, exportPath(jobId));
      } finally {
        rmSync(partial, { force: true });
      }
      // The worker's own clock, which a demo does not set.
      enqueue({ kind: "export.remove", payload: { id: jobId }, runAt: Date.now() + keptHours * 3_600_000 });
    },
    "export.remove": (payload) => rmSync(exportPath(z.object({ id: z.string() }).parse(payload).id), { force: true }),
  };
}

/** Says how many rows are done, at most twice a second. */
function teller(say: (done: number) => void): (done: number) => void {
  let last = Date.now();
  return (done) => {
    if (Date.now() - last < 500) return;
    last = Date.now();
    say(done);
  };
}
