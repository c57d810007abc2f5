import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionFacilitators } from "~/db/schema/coaching.server";
import { summariseSession } from "~/features/figures/commands.server";
import { dayIn } from "~/lib/dates";
import { ConflictError, RuleError } from "~/lib/errors";
import { readFact, type SessionRow } from "./facts.server";
import type { OtherWorkInput } from "./other-work.form";

/** Logs work that is no session: hours used, never a support (design §2). Throws RuleError `dayFuture`. */
export function logOtherWork(
  actor: Actor,
  office: Authorized<{ id: string; zone: string }, "coaching.log">,
  input: OtherWorkInput,
): { id: string } {
  return run(actor, { name: "coaching.logOtherWork", id: input.id, input, ownerId: office.id }, ({ now }) => {
    refuseFuture(input, office.zone, now);
    const by = { facilitatorId: actor.userId, createdById: actor.userId, createdAt: now };
    db()
      .insert(coachingSessions)
      .values({ id: input.id, ownerId: office.id, zone: office.zone, ...by, ...columnsOf(input) })
      .run();
    db().insert(sessionFacilitators).values({ sessionId: input.id, userId: actor.userId }).run();
    summariseSession(undefined, readFact(input.id));
    return { id: input.id };
  });
}

/** Corrects it at any age, keeping what it was. Throws RuleError `dayFuture`; ConflictError when it was saved since. */
export function correctOtherWork(
  actor: Actor,
  work: Authorized<SessionRow, "coaching.correct">,
  input: OtherWorkInput,
): { id: string } {
  const subject = { permission: "coaching.correct" as const, reread: () => findRow(work.id) };
  const command = { name: "coaching.correctOtherWork", id: work.id, input, ownerId: work.ownerId, subject, isOnce: false };
  return run(actor, command, ({ now, revise }) => {
    refuseFuture(input, work.zone, now);
    const current = findRow(work.id);
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    const before = readFact(work.id);
    revise("coaching_sessions", current);
    db()
      .update(coachingSessions)
      .set({ ...columnsOf(input), version: current.version + 1 })
      .where(eq(coachingSessions.id, work.id))
      .run();
    summariseSession(before, readFact(work.id));
    return { id: work.id };
  });
}

function refuseFuture(input: OtherWorkInput, zone: string, now: number): void {
  if (input.heldOn > dayIn(zone, now)) throw new RuleError("dayFuture", {}, "heldOn");
}

function columnsOf(input: OtherWorkInput) {
  const { kind: otherWorkKind, heldOn, duration: durationMinutes, note } = input;
  return { kind: "other_work", otherWorkKind, heldOn, durationMinutes, note, isComplete: true, supports: 0 } as const;
}

function findRow(id: string): SessionRow | undefined {
  return db().select().from(coachingSessions).where(eq(coachingSessions.id, id)).get();
}
