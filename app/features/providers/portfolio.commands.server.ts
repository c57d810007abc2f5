import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { providers } from "~/db/schema/providers.server";
import { endMembership } from "~/features/accounts/memberships.commands.server";
import { listCoachesBeside } from "~/features/accounts/people.queries.server";
import { RuleError } from "~/lib/errors";
import type { Role } from "~/lib/vocabulary";
import { keepReferentChange } from "./referent-history.commands.server";

type Membership = Authorized<{ id: string; userId: string; ownerId: string; role: Role }, "organisation.people">;

/**
 * Ends a membership and passes the person's providers there to a facilitator of the office, at once;
 * the notes stay with the office. Answers how many providers passed. Throws RuleError `successor`
 * when the one chosen does not coach there, and what `endMembership` throws.
 */
export function leaveOffice(
  actor: Actor,
  membership: Membership,
  input: { endsOn: string; successorId?: string | undefined },
): { passed: number } {
  const { id, ownerId, userId } = membership;
  const others = listCoachesBeside([ownerId], userId);
  if (input.successorId && !others.some((one) => one.id === input.successorId))
    throw new RuleError("successor", {}, "successorId");
  return run(actor, { name: "provider.passPortfolio", id, input, ownerId, isOnce: false }, ({ now }) => {
    endMembership(actor, membership, input.endsOn);
    const portfolio = and(eq(providers.ownerId, ownerId), eq(providers.referentId, userId), isNull(providers.deletedAt));
    const theirs = db().select({ id: providers.id }).from(providers).where(portfolio).all();
    if (theirs.length > 0 && !input.successorId && others.length > 0) throw new RuleError("successor", {}, "successorId");
    const { changes } = db()
      .update(providers)
      .set({ referentId: input.successorId ?? null })
      .where(portfolio)
      .run();
    const passed = { ownerId, fromUserId: userId, toUserId: input.successorId ?? null, byId: actor.userId, at: now };
    for (const { id: providerId } of theirs) keepReferentChange({ ...passed, providerId });
    return { passed: changes };
  });
}
