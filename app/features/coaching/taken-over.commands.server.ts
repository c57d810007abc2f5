import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { resummariseOffice, summariseSession } from "~/features/figures/commands.server";
import { explainChange } from "~/features/figures/reported.commands.server";
import type { Theme } from "~/features/themes/model";
import type { SessionChannel } from "~/lib/vocabulary";
import { readFact } from "./facts.server";
import type { SessionInput } from "./form";
import { writeRelated } from "./related.server";
import { columnsOf } from "./session-row.server";

type Office = Authorized<{ id: string; ownerId: string; zone: string }, "coaching.log">;

/** A one-to-one of an earlier follow-up file. */
export interface PastSession {
  id: string;
  providerId: string;
  /** ISO day, not to come. */
  heldOn: string;
  /** Minutes, 1 to 1440. */
  duration: number;
  channel: SessionChannel | undefined;
  theme: Theme | undefined;
  note: string;
  privateNote: string;
  facilitatorId: string;
}

/** Takes over a session logged elsewhere, marked with its import; in the figures only when `isCounted`: then a finished report says why. */
export function takeOverSession(
  actor: Actor,
  office: Office,
  { importId, isCounted, session, reason }: { importId: string; isCounted: boolean; session: PastSession; reason: string },
): { id: string } {
  const { id, facilitatorId } = session;
  return run(actor, { name: "coaching.takeOver", id, input: session, ownerId: office.id }, ({ now }) => {
    const input = inputOf(office, session);
    const owned = { id, ownerId: office.id, zone: office.zone, createdById: actor.userId, createdAt: now, importId, isCounted };
    db()
      .insert(coachingSessions)
      .values({ ...owned, facilitatorId, ...columnsOf(actor, office, input), isComplete: true })
      .run();
    writeRelated(actor, { sessionId: id, office, facilitatorId, at: now }, input);
    const by = { ownerId: office.id, sessionId: id, heldOn: session.heldOn, actorId: actor.userId, at: now };
    if (isCounted) explainChange({ ...by, change: "takenOver", reason });
    summariseSession(undefined, readFact(id));
    return { id };
  });
}

/** Takes one session of a batch back; restored for 30 days like any other that was deleted. */
export function withdrawTakenOver(
  actor: Actor,
  office: Office,
  { sessionId, reason }: { sessionId: string; reason: string },
): void {
  run(actor, { name: "coaching.withdraw", id: sessionId, input: null, ownerId: office.id, isOnce: false }, ({ now }) => {
    const before = readFact(sessionId);
    const own = and(eq(coachingSessions.id, sessionId), eq(coachingSessions.ownerId, office.id));
    db().update(coachingSessions).set({ deletedAt: now }).where(own).run();
    if (!before) return;
    const by = { ownerId: office.id, sessionId, heldOn: before.heldOn, actorId: actor.userId, at: now };
    explainChange({ ...by, change: "withdrawn", reason });
    summariseSession(before, undefined);
  });
}

/**
 * Lets a batch's sessions into every figure, or keeps them out; the figures follow at once. Throws RuleError
 * `reportReason` without a reason where one of them falls in a finished report's period.
 */
export function countTakenOver(
  actor: Actor,
  office: Office,
  batch: { importId: string; isCounted: boolean; reason: string | undefined },
): void {
  const { importId, isCounted, reason } = batch;
  run(actor, { name: "coaching.countTakenOver", id: importId, input: batch, ownerId: office.id, isOnce: false }, ({ now }) => {
    const own = and(eq(coachingSessions.importId, importId), eq(coachingSessions.ownerId, office.id));
    const turned = and(own, isNull(coachingSessions.deletedAt), eq(coachingSessions.isCounted, !isCounted));
    const { id, heldOn } = coachingSessions;
    const by = { ownerId: office.id, actorId: actor.userId, at: now, reason };
    const change = isCounted ? ("takenOver" as const) : ("withdrawn" as const);
    for (const one of db().select({ sessionId: id, heldOn }).from(coachingSessions).where(turned).all())
      explainChange({ ...by, ...one, change });
    db().update(coachingSessions).set({ isCounted }).where(own).run();
    resummariseOffice(office.id);
  });
}

function inputOf(office: Office, session: PastSession): SessionInput {
  const { providerId, ...typed } = session;
  return {
    ...typed,
    ownerId: office.id,
    participants: [{ providerId, presence: "present" }],
    headCount: 0,
    preparation: 0,
    travel: 0,
    travelKilometres: 0,
    nextStepDue: "none",
  };
}
