import { eq, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { forgetDrafts } from "~/commands/drafts.server";
import { run } from "~/commands/run.server";
import { builtOnce, db } from "~/db/client.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { withdrawActionsOfSession } from "~/features/action-plans/commands.server";
import { restoreStepsOfSession } from "~/features/action-plans/session-steps.commands.server";
import { summariseSession } from "~/features/figures/commands.server";
import { explainChange } from "~/features/figures/reported.commands.server";
import { dayIn } from "~/lib/dates";
import { ConflictError, RuleError } from "~/lib/errors";
import { paths } from "~/paths";
import { readFact, type SessionRow } from "./facts.server";
import type { SessionInput } from "./form";
import { getCoachingSession } from "./queries.server";
import { clearRelated, readRelated, writeRelated } from "./related.server";
import { columnsOf } from "./session-row.server";
import { followShares } from "./shares.server";
import { reviseNextStep, tieSteps, writeNextStep } from "./steps.server";

type Office = Authorized<{ id: string; zone: string }, "coaching.log">;
type Session<P extends "coaching.correct" | "coaching.delete"> = Authorized<SessionRow, P>;

/**
 * Logs a session: its people, the next step as an action of each provider's plan, the summaries.
 * Several participants or a head-count make it a group. Throws RuleError `dayFuture`, `clockSkipped`,
 * `unknownProvider`, `unknownPerson`, `unknownChoice`; ConflictError for the same key with other content.
 */
export function logCoachingSession(actor: Actor, office: Office, input: SessionInput): { id: string } {
  return run(actor, { name: "coaching.log", id: input.id, input, ownerId: office.id }, ({ now }) => {
    if (input.heldOn > dayIn(office.zone, now)) throw new RuleError("dayFuture", {}, "heldOn");
    if (findRow(input.id)) throw new ConflictError("idempotency", undefined);
    const owned = { id: input.id, ownerId: office.id, zone: office.zone, createdById: actor.userId, createdAt: now };
    db()
      .insert(coachingSessions)
      .values({ ...owned, facilitatorId: actor.userId, ...columnsOf(actor, office, input) })
      .run();
    writeRelated(actor, { sessionId: input.id, office, facilitatorId: actor.userId, at: now }, input);
    writeNextStep(actor, { id: input.id, ownerId: office.id }, input);
    tieSteps(actor, { id: input.id, ownerId: office.id, at: now }, input);
    const at = { ownerId: office.id, sessionId: input.id, heldOn: input.heldOn, actorId: actor.userId, at: now };
    explainChange({ ...at, change: "logged", reason: input.reportReason });
    summariseSession(undefined, readFact(input.id));
    forgetDrafts(actor.userId, paths.newCoaching(), input.id);
    return { id: input.id };
  });
}

/**
 * Corrects a session at any age, keeping what it was; what was derived follows: summaries, and
 * steps leave the plans of providers who were taken off. Throws ConflictError when it was saved
 * since, and the RuleErrors of logging.
 */
export function correctCoachingSession(actor: Actor, session: Session<"coaching.correct">, input: SessionInput): { id: string } {
  const subject = { permission: "coaching.correct" as const, reread: () => findRow(session.id) };
  const command = { name: "coaching.correct", id: session.id, input, ownerId: session.ownerId, subject, isOnce: false };
  return run(actor, command, ({ now, revise }) => {
    if (input.heldOn > dayIn(session.zone, now)) throw new RuleError("dayFuture", {}, "heldOn");
    const current = findRow(session.id);
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    const office = { id: current.ownerId, zone: current.zone, keptFunderId: current.funderId };
    const before = readFact(session.id);
    const related = readRelated(session.id);
    const days = { heldOn: input.heldOn, heldBefore: current.heldOn };
    const by = { ownerId: office.id, sessionId: session.id, actorId: actor.userId, at: now };
    explainChange({ ...by, ...days, change: "corrected", reason: input.reportReason });
    revise("coaching_sessions", { ...current, ...related });
    db()
      .update(coachingSessions)
      .set({ ...columnsOf(actor, office, input), version: current.version + 1 })
      .where(eq(coachingSessions.id, session.id))
      .run();
    clearRelated(session.id);
    const place = { sessionId: session.id, office, facilitatorId: current.facilitatorId, at: now, before: related };
    writeRelated(actor, place, input);
    reviseNextStep(actor, { id: session.id, ownerId: office.id, at: now }, input);
    tieSteps(actor, { id: session.id, ownerId: office.id, at: now }, input);
    followShares(session.id);
    summariseSession(before, readFact(session.id));
    forgetDrafts(actor.userId, paths.editCoachingSession(session.id), session.id);
    forgetDrafts(actor.userId, paths.newCoaching(), session.id);
    return { id: session.id };
  });
}

/**
 * « Remplacer »: the content sent a second time under a session's key takes the place of the first.
 * Throws NotFoundError when that one is gone or out of sight, and what a correction throws.
 */
export function replaceCoachingSession(actor: Actor, _office: Office, input: SessionInput): { id: string } {
  const saved = getCoachingSession(actor, input.id, "coaching.correct");
  return correctCoachingSession(actor, authorize(actor, "coaching.correct", saved), input);
}

/** Deletes a session for 30 days of second thoughts; figures and open steps follow at once. Throws RuleError `reportReason` in a reported period, other work excepted. */
export function deleteCoachingSession(actor: Actor, session: Session<"coaching.delete">, reason?: string): void {
  const subject = { permission: "coaching.delete" as const, reread: () => findRow(session.id) };
  const command = { name: "coaching.delete", id: session.id, input: null, ownerId: session.ownerId, subject, isOnce: false };
  run(actor, command, ({ now }) => {
    const before = readFact(session.id);
    if (!before) return;
    const by = { ownerId: session.ownerId, sessionId: session.id, actorId: actor.userId, at: now };
    if (before.kind !== "other_work") explainChange({ ...by, heldOn: before.heldOn, change: "deleted", reason });
    db().update(coachingSessions).set({ deletedAt: now }).where(eq(coachingSessions.id, session.id)).run();
    withdrawActionsOfSession(session.id, { exceptProviders: [], at: now });
    summariseSession(before, undefined);
  });
}

/** Brings a deleted session back, with its figures and the steps that went with it. */
export function restoreCoachingSession(actor: Actor, session: Session<"coaching.delete">): void {
  const subject = { permission: "coaching.delete" as const, reread: () => findRow(session.id) };
  const command = { name: "coaching.restore", id: session.id, input: null, ownerId: session.ownerId, subject, isOnce: false };
  run(actor, command, ({ now }) => {
    const row = findRow(session.id);
    const deletedAt = row?.deletedAt;
    if (!row || typeof deletedAt !== "number") return;
    const by = { ownerId: row.ownerId, sessionId: row.id, actorId: actor.userId, at: now };
    explainChange({ ...by, heldOn: row.heldOn, change: "restored", reason: undefined });
    db().update(coachingSessions).set({ deletedAt: null }).where(eq(coachingSessions.id, session.id)).run();
    restoreStepsOfSession(session.id, deletedAt);
    summariseSession(undefined, readFact(session.id));
  });
}

const oneRow = builtOnce((db) =>
  db
    .select()
    .from(coachingSessions)
    .where(eq(coachingSessions.id, sql.placeholder("id")))
    .prepare(),
);
const findRow = (id: string): SessionRow | undefined => oneRow().get({ id });
