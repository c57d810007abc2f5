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
import { endWarnings } from "./goal-warnings.commands.server";

type Office = Authorized<{ id: string; ownerId: string }, "goal.set">;
type OwnGoal = Authorized<{ id: string; ownerId: string }, "goal.set">;

/** Sets a goal of an office. Throws RuleError `unknownChoice` for a facilitator or funder that is not the office's, `goalTheme`. */
export function setGoal(actor: Actor, office: Office, input: GoalInput): { id: string } {
  return run(actor, { name: "goal.set", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const columns = columnsOf(actor, office.id, input);
    const made = { createdById: actor.userId, createdAt: now, reason: input.reason ?? "" };
    db()
      .insert(goals)
      .values({ id: input.id, ownerId: office.id, ...columns, ...made })
      .run();
    return { id: input.id };
  });
}

/**
 * Changes a goal, keeping what it was and why; its warnings begin anew. Throws ConflictError when it was saved
 * since, RuleError `goalReason` without a reason, and the RuleErrors of setting.
 */
export function changeGoal(actor: Actor, goal: OwnGoal, input: GoalInput): void {
  const subject = { permission: "goal.set" as const, reread: () => findRow(goal.id) };
  const command = { name: "goal.change", id: goal.id, input, ownerId: goal.ownerId, subject, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const current = findRow(goal.id);
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    const columns = columnsOf(actor, goal.ownerId, input);
    if (!input.reason) throw new RuleError("goalReason", {}, "reason");
    revise("goals", current);
    db()
      .update(goals)
      .set({ ...columns, reason: input.reason, version: current.version + 1 })
      .where(eq(goals.id, goal.id))
      .run();
    endWarnings(goal.id, now);
  });
}

/** Takes a goal away, saying why, or brings it back: 30 days of second thoughts. */
export function deleteGoal(actor: Actor, goal: OwnGoal, { isBack, reason = "" }: { isBack: boolean; reason?: string }): void {
  const command = {
    name: isBack ? "goal.restore" : "goal.delete",
    id: goal.id,
    input: null,
    ownerId: goal.ownerId,
    isOnce: false,
  };
  run(actor, command, ({ now, revise }) => {
    const own = and(eq(goals.id, goal.id), eq(goals.ownerId, goal.ownerId));
    const current = db().select().from(goals).where(own).get();
    if (!current || (current.deletedAt === null) === isBack) return;
    revise("goals", current);
    const changed = { deletedAt: isBack ? null : now, reason, version: current.version + 1 };
    db().update(goals).set(changed).where(own).run();
    endWarnings(goal.id, now);
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
