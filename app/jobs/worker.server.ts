import { and, asc, eq, inArray, lt, lte, notInArray, or } from "drizzle-orm";
import { db, prepared, sqlite } from "~/db/client.server";
import { jobs } from "~/db/schema/work.server";
import { OutageError } from "~/lib/errors";
import { giveWay } from "./give-way.server";
import { onKick } from "./queue.server";

export interface JobContext {
  jobId: string;
  /** After this one a failure is final, save an outage. */
  isLastTry: boolean;
  /** After this one an outage is final too. */
  isOutageOver: boolean;
  /** Per cent, shown on the page that waits. */
  progress(percent: number): void;
}
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void> | void;
export type JobHandlers = Record<string, JobHandler>;

/** A sign-in mail does not wait behind an import, nor an import behind a long file or a slow site: these kinds have lanes of their own. */
const laneKinds = {
  quick: ["mail.send", "account.sendSignInLink"],
  files: ["export.write"],
  bulk: ["mail.sendBulk"],
  aside: ["resources.hour", "resources.readFile", "watch.readFeeds"],
};
type Job = typeof jobs.$inferSelect;
type Lane = keyof typeof laneKinds | "long";

const tries = 8;
/** How long the other side may be out of order: a relay that is down over a night and a day. */
const outageMs = 48 * 3_600_000;
const leaseMs = 10 * 60_000;
/** 10 s, 40 s, 2 min 40… at most an hour. */
const backoffMs = (attempt: number) => Math.min(10_000 * 4 ** (attempt - 1), 3_600_000);

/** Runs due jobs until stopped: at least once each, eight tries with backoff (an outage: two days), then shown as failed. */
export function startWorker(handlers: JobHandlers, log: { error(fields: object, message: string): void }) {
  let stopped = false;
  const busy = new Map<Lane, Promise<void>>();
  const turn = () => {
    for (const lane of ["quick", "bulk", "files", "aside", "long"] as const) {
      if (stopped || busy.has(lane)) continue;
      // A file that stays busy is tried again at the next turn; the server goes on.
      const run = runDue(handlers, log, lane)
        .catch((error: unknown) => log.error({ err: error }, "jobs put off"))
        .finally(() => busy.delete(lane));
      busy.set(lane, run);
    }
  };
  releaseLeases();
  const timer = setInterval(turn, 1000);
  onKick(() => setImmediate(turn));
  turn();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      onKick(undefined);
      await Promise.all(busy.values());
    },
  };
}

/** One process works on a file: what was running when the last one was killed is due at once. */
function releaseLeases(): void {
  db().update(jobs).set({ leaseUntil: 0 }).where(eq(jobs.state, "running")).run();
}

/** Runs what is due (in one lane, or all), one after the other, and comes back when nothing is. */
export async function runDue(
  handlers: JobHandlers,
  log: { error(fields: object, message: string): void },
  lane?: Lane,
): Promise<void> {
  for (let job = take(lane); job; job = take(lane)) {
    const current = job;
    const started = performance.now();
    try {
      const handler = handlers[current.kind];
      if (!handler) throw new Error(`Aucun traitement pour ${current.kind}`);
      await handler(JSON.parse(current.payload), {
        jobId: current.id,
        isLastTry: current.attempts >= tries,
        isOutageOver: isOutageOver(current),
        progress: (percent) => setProgress(current.id, percent),
      });
      db()
        .update(jobs)
        .set({ state: "done", progress: 100, endedAt: Date.now(), leaseUntil: null, error: null })
        .where(eq(jobs.id, current.id))
        .run();
    } catch (error) {
      log.error({ err: error, job: current.kind }, "job failed");
      giveBack(current, error);
    }
    // Eighty certificates in a row leave room for the pages asked for meanwhile; somebody waits for what is quick.
    await giveWay(lane === "quick" ? 0 : performance.now() - started);
  }
}

/** A look without a lock: most turns find nothing to do. */
function isAnyDue(at: number): boolean {
  const due =
    "SELECT 1 FROM jobs WHERE state IN ('waiting', 'running') AND run_at <= ? AND (state = 'waiting' OR lease_until < ?) LIMIT 1";
  return prepared<[number, number], unknown>(due).get(at, at) !== undefined;
}

function take(lane: Lane | undefined) {
  const at = Date.now();
  if (!isAnyDue(at)) return undefined;
  const due = or(eq(jobs.state, "waiting"), and(eq(jobs.state, "running"), lt(jobs.leaseUntil, at)));
  const takeOne = sqlite().transaction(() => {
    const job = db()
      .select()
      .from(jobs)
      .where(and(due, lte(jobs.runAt, at), inLane(lane)))
      .orderBy(asc(jobs.runAt))
      .limit(1)
      .get();
    if (!job) return undefined;
    const taken = { state: "running" as const, leaseUntil: at + leaseMs, attempts: job.attempts + 1 };
    db().update(jobs).set(taken).where(eq(jobs.id, job.id)).run();
    return { ...job, ...taken };
  });
  return takeOne.immediate();
}

function inLane(lane: Lane | undefined) {
  if (lane === undefined) return undefined;
  return lane === "long" ? notInArray(jobs.kind, Object.values(laneKinds).flat()) : inArray(jobs.kind, laneKinds[lane]);
}

const isOutageOver = ({ attempts, createdAt }: Job) => attempts >= tries && Date.now() - createdAt >= outageMs;

function giveBack(job: Job, error: unknown): void {
  const { id, attempts } = job;
  const message = error instanceof Error ? error.message : String(error);
  const isLast = error instanceof OutageError ? isOutageOver(job) : attempts >= tries;
  const next = isLast ? { endedAt: Date.now() } : { runAt: Date.now() + backoffMs(attempts) };
  db()
    .update(jobs)
    .set({ state: isLast ? "failed" : "waiting", leaseUntil: null, error: message.slice(0, 500), ...next })
    .where(eq(jobs.id, id))
    .run();
}

function setProgress(id: string, percent: number): void {
  db()
    .update(jobs)
    .set({ progress: Math.round(percent) })
    .where(eq(jobs.id, id))
    .run();
}
