import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { goals, goalWarnings } from "~/db/schema/goals.server";

const facilitators = alias(users, "facilitators");

const shown = {
  id: goalWarnings.id,
  goalId: goalWarnings.goalId,
  ownerId: goalWarnings.ownerId,
  kind: goalWarnings.kind,
  value: goalWarnings.value,
  awaited: goalWarnings.awaited,
  createdAt: goalWarnings.createdAt,
  acknowledgedAt: goalWarnings.acknowledgedAt,
  acknowledgedBy: users.name,
  line: goalWarnings.line,
  endedAt: goalWarnings.endedAt,
  figure: goals.figure,
  target: goals.target,
  startsOn: goals.startsOn,
  endsOn: goals.endsOn,
  facilitatorId: goals.facilitatorId,
  facilitator: facilitators.name,
  theme: goals.theme,
};

/** The warnings that nobody has taken note of, of these offices' goals that still stand, the last first; at most 20. */
export function listOpenWarnings(actor: Actor, owners: readonly string[]) {
  const open = and(isNull(goalWarnings.endedAt), isNull(goalWarnings.acknowledgedAt), isNull(goals.deletedAt));
  const mine = scope(actor, "dashboard.detail", { ownerId: goalWarnings.ownerId });
  return read()
    .where(and(inArray(goalWarnings.ownerId, [...owners]), mine, open))
    .orderBy(desc(goalWarnings.createdAt))
    .limit(20)
    .all();
}

/** Every warning of a goal in the actor's sight, the last first. */
export function listWarningsOf(actor: Actor, goalId: string) {
  const mine = scope(actor, "dashboard.detail", { ownerId: goalWarnings.ownerId });
  return read()
    .where(and(eq(goalWarnings.goalId, goalId), mine))
    .orderBy(desc(goalWarnings.createdAt))
    .limit(50)
    .all();
}
export type GoalWarning = ReturnType<typeof listWarningsOf>[number];

const read = () =>
  db()
    .select(shown)
    .from(goalWarnings)
    .innerJoin(goals, eq(goals.id, goalWarnings.goalId))
    .leftJoin(users, eq(users.id, goalWarnings.acknowledgedById))
    .leftJoin(facilitators, eq(facilitators.id, goals.facilitatorId));
