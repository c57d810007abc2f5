import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { jobs } from "~/db/schema/work.server";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";

export interface JobRequest {
  kind: string;
  payload: unknown;
  /** Milliseconds UTC; at once when left out. */
  runAt?: number;
  /** While a job with this key waits or runs, asking again changes nothing. */
  dedupeKey?: string;
}

/** Asks for work after the commit of the transaction that is open (design 3.3); returns the job's id. */
export function enqueue(request: JobRequest): string {
  const id = newId();
  const at = now();
  db()
    .insert(jobs)
    .values({
      id,
      kind: request.kind,
      payload: JSON.stringify(request.payload),
      dedupeKey: request.dedupeKey ?? null,
      runAt: request.runAt ?? at,
      createdAt: at,
    })
    .onConflictDoNothing()
    .run();
  return id;
}

let kick: (() => void) | undefined;
/** The worker tells how to wake it; the unit of work wakes it after each commit. */
export function onKick(wake: (() => void) | undefined): void {
  kick = wake;
}
export function kickWorker(): void {
  kick?.();
}

/** Empties what a job was asked with, once it is done: addresses typed by strangers are not kept. */
export function forgetPayload(jobId: string): void {
  db().update(jobs).set({ payload: "{}" }).where(eq(jobs.id, jobId)).run();
}
