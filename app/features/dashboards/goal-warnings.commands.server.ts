import { and, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { goalWarnings } from "~/db/schema/goals.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { WarningInput } from "./goal.form";
import { paceOf, warningOf } from "./goal.model";
import { type Goal, measureGoal } from "./goal.queries.server";
import { mailWarning } from "./goal-warnings.server";

/** The same goal is told again by mail once this long has passed, milliseconds. */
const quietMs = 30 * 86_400_000;

/**
 * Looks how a goal stands against its season's rhythm: opens a warning where it fell behind or missed its
 * deadline, told once by mail to whoever answers for it, and ends those that hold no more. One that stays open
 * follows the figures (a session logged late counts) until somebody takes note: what was noted keeps what was read.
 */
export function reviewGoal(actor: Actor, goal: Goal): void {
  const standing = measureGoal(actor, goal);
  const kind = warningOf(paceOf({ ...standing, target: goal.target }));
  const told = { value: standing.value, awaited: Math.round(standing.awaited) };
  const known = listOf(goal.id);
  const open = known.filter((one) => one.endedAt === null);
  const settled = open.filter((one) => one.kind !== kind);
  const same = open.find((one) => one.kind === kind);
  const isMoved = same?.acknowledgedAt === null && (same.value !== told.value || same.awaited !== told.awaited);
  const isNew = kind !== undefined && !same;
  if (settled.length === 0 && !isNew && !isMoved) return;
  const input = { day: standing.day, kind: kind ?? null };
  run(actor, { name: "goal.review", id: goal.id, input, ownerId: goal.ownerId, isOnce: false }, ({ now }) => {
    for (const { id } of settled) set(id, { endedAt: now });
    if (same && isMoved) set(same.id, told);
    if (!isNew) return;
    const isFresh = !known.some((one) => one.kind === kind && one.createdAt > now - quietMs);
    const row = { id: newId(), goalId: goal.id, ownerId: goal.ownerId, kind, ...told, createdAt: now };
    db().insert(goalWarnings).values(row).run();
    if (isFresh) mailWarning(goal, row);
  });
}

const set = (id: string, given: Partial<typeof goalWarnings.$inferInsert>) =>
  db().update(goalWarnings).set(given).where(eq(goalWarnings.id, id)).run();

/** Takes note of an open warning, with a line that says what follows. Throws NotFoundError, RuleError `warningSeen`. */
export function acknowledgeWarning(
  actor: Actor,
  goal: Authorized<{ id: string; ownerId: string }, "goal.acknowledge">,
  input: WarningInput,
): void {
  run(actor, { name: "goal.acknowledge", id: goal.id, input, ownerId: goal.ownerId, isOnce: false }, ({ now }) => {
    const row = listOf(goal.id).find((one) => one.id === input.warningId);
    if (!row) throw new NotFoundError("warning");
    if (row.acknowledgedAt !== null) throw new RuleError("warningSeen");
    set(row.id, { acknowledgedAt: now, acknowledgedById: actor.userId, line: input.line });
  });
}

/** Ends what a goal was warned of, in the transaction that changes it: the next review looks anew. */
export function endWarnings(goalId: string, at: number): void {
  db()
    .update(goalWarnings)
    .set({ endedAt: at })
    .where(and(eq(goalWarnings.goalId, goalId), isNull(goalWarnings.endedAt)))
    .run();
}

const listOf = (goalId: string) =>
  db().select().from(goalWarnings).where(eq(goalWarnings.goalId, goalId)).orderBy(desc(goalWarnings.createdAt)).limit(100).all();
