import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can, type Permission, type Subject } from "~/access/can";
import { builtOnce, db, given, sqlite } from "~/db/client.server";
import { auditEntries, idempotencyKeys, revisions } from "~/db/schema/work.server";
import { kickWorker } from "~/jobs/queue.server";
import { now } from "~/lib/clock";
import { ConflictError, ForbiddenError, NotFoundError } from "~/lib/errors";

export interface Command {
  /** `coaching.log`, `provider.register`… */
  name: string;
  /** The UUIDv7 of the thing, made by whoever creates it; with the actor and the name, the idempotency key. */
  id: string;
  /** The parsed input: the same again answers as the first did, other content is a conflict. */
  input: unknown;
  ownerId?: string;
  /** Read and asked again inside the transaction. */
  subject?: { permission: Permission; reread: () => Subject | undefined };
  /** False for what may be done again with the same id (an edit carries its version instead). */
  isOnce?: boolean;
}

export interface Work {
  /** Milliseconds UTC, one instant for the whole command. */
  now: number;
  /** Keeps the row as it was before the change. */
  revise(subject: string, row: Revised): void;
}

/** A command that has just been done, its transaction still open. */
export interface Done {
  name: string;
  id: string;
  ownerId: string | undefined;
  input: unknown;
}

let subscribers: readonly ((done: Done) => void)[] = [];
/** Called in each command's own transaction, after its work; given once, when the server or a tool starts. */
export function onDone(...given: readonly ((done: Done) => void)[]): void {
  subscribers = given;
}

interface Revised {
  id: string;
  version?: number;
  [column: string]: unknown;
}

type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * The unit of work (design 3.3): one immediate transaction that checks the key, asks the access
 * question again, calls `work`, writes the audit entry, and returns after the commit. Commands
 * call each other inside it. Throws ConflictError, NotFoundError, ForbiddenError, and what `work` throws.
 */
export function run<T>(actor: Actor, command: Command, work: (context: Work) => Synchronous<T>): T {
  if (sqlite().inTransaction) return step(actor, command, work);
  const result = sqlite()
    .transaction(() => step(actor, command, work))
    .immediate();
  kickWorker();
  return result;
}

function step<T>(actor: Actor, command: Command, work: (context: Work) => Synchronous<T>): T {
  const at = now();
  const hash = createHash("sha256")
    .update(JSON.stringify(command.input ?? null))
    .digest("hex");
  const done = command.isOnce === false ? undefined : findDone(actor, command);
  if (done) {
    if (done.inputHash !== hash) throw new ConflictError("idempotency", JSON.parse(done.result));
    return JSON.parse(done.result);
  }
  askAgain(actor, command);
  const result: T = work({ now: at, revise: (subject, row) => keepRevision(actor, command, { subject, row, at }) });
  if (command.isOnce !== false) {
    const key = { actorId: actor.userId, command: command.name, id: command.id, inputHash: hash };
    addKey().run({ ...key, result: JSON.stringify(result ?? null), createdAt: at });
  }
  audit(actor.userId, { command: command.name, subjectId: command.id, ownerId: command.ownerId ?? null, detail: "", at });
  for (const tell of subscribers) tell({ ...command, ownerId: command.ownerId });
  return result;
}

const oneKey = builtOnce((db) => {
  const { actorId, command, id } = given("actorId", "command", "id");
  const isIt = and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.command, command), eq(idempotencyKeys.id, id));
  return db.select().from(idempotencyKeys).where(isIt).prepare();
});
const addKey = builtOnce((db) =>
  db
    .insert(idempotencyKeys)
    .values(given("actorId", "command", "id", "inputHash", "result", "createdAt"))
    .prepare(),
);
const lastEntry = builtOnce((db) =>
  db.select({ hash: auditEntries.hash }).from(auditEntries).orderBy(desc(auditEntries.id)).limit(1).prepare(),
);
const addEntry = builtOnce((db) =>
  db
    .insert(auditEntries)
    .values(given("actorId", "command", "subjectId", "ownerId", "detail", "at", "hash"))
    .prepare(),
);

interface AuditEntry {
  command: string;
  subjectId: string;
  ownerId: string | null;
  detail: string;
  at: number;
}

/** Adds one entry to the append-only, hash-chained audit table; also for sign-ins, refusals and exports. */
export function audit(actorId: string, entry: AuditEntry): void {
  const last = lastEntry().get();
  const row = { actorId, ...entry };
  const hash = createHash("sha256")
    .update(`${last?.hash ?? ""}${JSON.stringify(row)}`)
    .digest("hex");
  addEntry().run({ ...row, hash });
}

function findDone(actor: Actor, command: Command) {
  return oneKey().get({ actorId: actor.userId, command: command.name, id: command.id });
}

function askAgain(actor: Actor, command: Command): void {
  if (!command.subject) return;
  const row = command.subject.reread();
  if (!row) throw new NotFoundError(command.name);
  if (!can(actor, command.subject.permission, row)) throw new ForbiddenError(command.subject.permission);
}

function keepRevision(actor: Actor, command: Command, kept: { subject: string; row: Revised; at: number }): void {
  db()
    .insert(revisions)
    .values({
      subject: kept.subject,
      subjectId: kept.row.id,
      version: kept.row.version ?? 1,
      before: JSON.stringify(kept.row),
      command: command.name,
      actorId: actor.userId,
      createdAt: kept.at,
    })
    .run();
}
