import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actionLinks, type actions } from "~/db/schema/action-plans.server";
import { RuleError } from "~/lib/errors";
import { listTieable, type TiedKind } from "./action-links.queries.server";

type Action = Authorized<typeof actions.$inferSelect, "plan.edit">;
interface Target {
  kind: TiedKind;
  targetId: string;
}

/** Ties an action to a session of its provider or a workshop of its office. Throws RuleError `unknownChoice` for another. */
export function tieAction(actor: Actor, action: Action, target: Target): void {
  change(actor, action, {
    name: "plan.tie",
    target,
    work: (at) => {
      const known = listTieable(actor, action).some((one) => one.kind === target.kind && one.id === target.targetId);
      if (!known) throw new RuleError("unknownChoice");
      put(action, target, { actor, at });
    },
  });
}

/** Ties an action to a session that is about to be logged under that id; nothing shows until it is. */
export function tieToNewSession(actor: Actor, action: Action, sessionId: string): void {
  const target = { kind: "session" as const, targetId: sessionId };
  change(actor, action, { name: "plan.tieNew", target, work: (at) => put(action, target, { actor, at }) });
}

/** Unties them; what the action came from stays. */
export function untieAction(actor: Actor, action: Action, target: Target): void {
  change(actor, action, {
    name: "plan.untie",
    target,
    work: () => {
      const { actionId, kind, targetId } = actionLinks;
      const same = and(eq(actionId, action.id), eq(kind, target.kind), eq(targetId, target.targetId));
      db().delete(actionLinks).where(same).run();
    },
  });
}

function put(action: Action, target: Target, { actor, at }: { actor: Actor; at: number }): void {
  db()
    .insert(actionLinks)
    .values({ actionId: action.id, ...target, createdById: actor.userId, createdAt: at })
    .onConflictDoNothing()
    .run();
}

function change(actor: Actor, action: Action, given: { name: string; target: Target; work: (at: number) => void }): void {
  const { id, ownerId } = action;
  const subject = { permission: "plan.edit" as const, reread: () => ({ ownerId }) };
  run(actor, { name: given.name, id, input: given.target, ownerId, subject, isOnce: false }, ({ now }) => given.work(now));
}
