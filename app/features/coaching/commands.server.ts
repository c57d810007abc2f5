import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionFacilitators, sessionParticipants } from "~/db/schema/coaching.server";
import { addActionFromSession, withdrawActionsOfSession } from "~/features/action-plans/commands.server";
import { summariseSession } from "~/features/figures/commands.server";
import { countSupports } from "~/features/figures/model";
import { listProvidersById } from "~/features/providers/queries.server";
import { dayIn } from "~/lib/dates";
import { ConflictError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { readFact, type SessionRow } from "./facts.server";
import type { SessionInput } from "./form";
import { dueOn } from "./model";

type Office = Authorized<{ id: string; zone: string }, "coaching.log">;
type Session<P extends "coaching.correct" | "coaching.delete"> = Authorized<SessionRow, P>;

/**
 * Logs a session: its participants, the next step as an action of each provider's plan, the
 * summaries. Several providers or a head-count make it a group. Throws RuleError `unknownProvider`,
 * `dayFuture`.
 */
export function logCoachingSession(actor: Actor, office: Office, input: SessionInput): { id: string } {
  return run(actor, { name: "coaching.log", id: input.id, input, ownerId: office.id }, ({ now }) => {
    if (input.heldOn > dayIn(office.zone, now)) throw new RuleError("dayFuture", {}, "heldOn");
    const owned = { id: input.id, ownerId: office.id, zone: office.zone, createdById: actor.userId, createdAt: now };
    db()
      .insert(coachingSessions)
      .values({ ...owned, facilitatorId: actor.userId, ...columnsOf(input) })
      .run();
    db().insert(sessionFacilitators).values({ sessionId: input.id, userId: actor.userId }).run();
    writeParticipants(actor, office.id, input);
    writeNextStep(actor, office.id, input);
    summariseSession(undefined, readFact(input.id));
    return { id: input.id };
  });
}

/**
 * Corrects a session at any age, keeping what it was; what was derived follows: summaries, and
 * actions leave the plans of providers who were taken off. Throws ConflictError when it was saved since.
 */
export function correctCoachingSession(actor: Actor, session: Session<"coaching.correct">, input: SessionInput): { id: string } {
  const subject = { permission: "coaching.correct" as const, reread: () => findRow(session.id) };
  const command = { name: "coaching.correct", id: session.id, input, ownerId: session.ownerId, subject, isOnce: false };
  return run(actor, command, ({ now, revise }) => {
    if (input.heldOn > dayIn(session.zone, now)) throw new RuleError("dayFuture", {}, "heldOn");
    const current = findRow(session.id);
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    const before = readFact(session.id);
    revise("coaching_sessions", { ...current, participants: listParticipantRows(session.id) });
    const version = current.version + 1;
    db()
      .update(coachingSessions)
      .set({ ...columnsOf(input), version })
      .where(eq(coachingSessions.id, session.id))
      .run();
    db().delete(sessionParticipants).where(eq(sessionParticipants.sessionId, session.id)).run();
    writeParticipants(actor, session.ownerId, input);
    const kept = input.participants.map((one) => one.providerId);
    withdrawActionsOfSession(session.id, { exceptProviders: kept, at: now });
    writeNextStep(actor, session.ownerId, input);
    summariseSession(before, readFact(session.id));
    return { id: session.id };
  });
}

/** Deletes a session for 30 days of second thoughts; figures and open steps follow at once. */
export function deleteCoachingSession(actor: Actor, session: Session<"coaching.delete">): void {
  const command = { name: "coaching.delete", id: session.id, input: null, ownerId: session.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    const before = readFact(session.id);
    db().update(coachingSessions).set({ deletedAt: now }).where(eq(coachingSessions.id, session.id)).run();
    withdrawActionsOfSession(session.id, { exceptProviders: [], at: now });
    summariseSession(before, undefined);
  });
}

/** Brings a deleted session back, with its figures. */
export function restoreCoachingSession(actor: Actor, session: Session<"coaching.delete">): void {
  const command = { name: "coaching.restore", id: session.id, input: null, ownerId: session.ownerId, isOnce: false };
  run(actor, command, () => {
    const before = readFact(session.id);
    db().update(coachingSessions).set({ deletedAt: null }).where(eq(coachingSessions.id, session.id)).run();
    summariseSession(before, readFact(session.id));
  });
}

function columnsOf(input: SessionInput) {
  const kind = input.participants.length > 1 || input.headCount > 0 ? "group" : "individual";
  return {
    kind,
    title: input.title ?? null,
    heldOn: input.heldOn,
    durationMinutes: input.duration,
    preparationMinutes: input.preparation,
    travelMinutes: input.travel,
    travelKilometres: input.travelKilometres,
    channel: input.channel ?? null,
    theme: input.theme ?? null,
    note: input.note,
    privateNote: input.privateNote,
    headCount: input.headCount,
    isComplete: input.theme !== undefined && input.note !== "",
    supports: countSupports(kind, input.participants, input.headCount),
  } as const;
}

function writeParticipants(actor: Actor, ownerId: string, input: SessionInput): void {
  const ids = input.participants.map((one) => one.providerId);
  const known = new Set(
    listProvidersById(actor, ids, "provider.coach")
      .filter((one) => one.ownerId === ownerId)
      .map((one) => one.id),
  );
  if (known.size !== new Set(ids).size) throw new RuleError("unknownProvider", {}, "participants");
  for (const one of input.participants) {
    db()
      .insert(sessionParticipants)
      .values({ id: newId(), sessionId: input.id, ...one })
      .run();
  }
}

function writeNextStep(actor: Actor, ownerId: string, input: SessionInput): void {
  if (!input.nextStep) return;
  const due = dueOn(input.nextStepDue, input.heldOn, { date: input.nextStepDate });
  for (const one of input.participants) {
    if (one.presence !== "present") continue;
    const step = { title: input.nextStep, dueOn: due, theme: input.theme ?? null };
    addActionFromSession(actor, { ownerId, providerId: one.providerId, sessionId: input.id }, step);
  }
}

function findRow(id: string): SessionRow | undefined {
  return db()
    .select()
    .from(coachingSessions)
    .where(and(eq(coachingSessions.id, id)))
    .get();
}

function listParticipantRows(sessionId: string) {
  return db().select().from(sessionParticipants).where(eq(sessionParticipants.sessionId, sessionId)).all();
}
