import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { goals } from "~/db/schema/goals.server";
import { funders } from "~/db/schema/organisations.server";
import { listFacilitatorNames } from "~/features/figures/hours.queries.server";
import { ConflictError, RuleError } from "~/lib/errors";
import type { GoalInput } from "./goal.form";
import { takesTheme } from "./goal.model";

type Office = Authorized<{ id: string; ownerId: string }, "goal.set">;
type OwnGoal = Authorized<{ id: string; ownerId: string }, "goal.set">;

/** Sets a goal of an office. Throws RuleError `unknownChoice` for a facilitator or funder that is not the office's, `goalTheme`. */
export function setGoal(actor: Actor, office: Office, input: GoalInput): { id: string } {
  return run(actor, { name: "goal.set", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const columns = columnsOf(actor, office.id, input);
    db()
      .insert(goals)
      .values({ id: input.id, ownerId: office.id, ...columns, createdById: actor.userId, createdAt: now })
      .run();
    return { id: input.id };
  });
}

/** Changes a goal, keeping what it was. Throws ConflictError when it was saved since, and the RuleErrors of setting. */
export function changeGoal(actor: Actor, goal: OwnGoal, input: GoalInput): void {
  const subject = { permission: "goal.set" as const, reread: () => findRow(goal.id) };
  run(actor, { name: "goal.change", id: goal.id, input, ownerId: goal.ownerId, subject, isOnce: false }, ({ revise }) => {
    const current = findRow(goal.id);
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    revise("goals", current);
    db()
      .update(goals)
      .set({ ...columnsOf(actor, goal.ownerId, input), version: current.version + 1 })
      .where(eq(goals.id, goal.id))
      .run();
  });
}

/** Takes a goal away, or brings it back: 30 days of second thoughts. */
export function deleteGoal(actor: Actor, goal: OwnGoal, { isBack }: { isBack: boolean }): void {
  const command = {
    name: isBack ? "goal.restore" : "goal.delete",
    id: goal.id,
    input: null,
    ownerId: goal.ownerId,
    isOnce: false,
  };
  run(actor, command, ({ now }) => {
    db()
      .update(goals)
      .set({ deletedAt: isBack ? null : now })
      .where(and(eq(goals.id, goal.id), eq(goals.ownerId, goal.ownerId)))
      .run();
  });
}

function columnsOf(actor: Actor, ownerId: string, input: GoalInput) {
  const { figure, startsOn, endsOn, facilitatorId = null, theme = null, funderId = null } = input;
  refuseStrangers(actor, ownerId, input);
  const target = figure === "contact" ? input.target * 60 : input.target;
  return { figure, target, startsOn, endsOn, facilitatorId, theme, funderId };
}

/** The person and the funder are the office's, and the figure is one that has themes. */
function refuseStrangers(actor: Actor, ownerId: string, { figure, theme, facilitatorId, funderId }: GoalInput): void {
  if (theme && !takesTheme(figure)) throw new RuleError("goalTheme", {}, "theme");
  const isPerson = () => listFacilitatorNames(actor, ownerId).some((one) => one.id === facilitatorId);
  if (facilitatorId && !isPerson()) throw new RuleError("unknownChoice", {}, "facilitatorId");
  if (funderId && !isFunder(ownerId, funderId)) throw new RuleError("unknownChoice", {}, "funderId");
}

function isFunder(ownerId: string, id: string): boolean {
  const own = and(eq(funders.id, id), eq(funders.ownerId, ownerId));
  return db().select({ id: funders.id }).from(funders).where(own).get() !== undefined;
}

function findRow(id: string) {
  return db()
    .select()
    .from(goals)
    .where(and(eq(goals.id, id), isNull(goals.deletedAt)))
    .get();
}
