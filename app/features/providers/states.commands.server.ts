import { and, eq, isNull, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { establishmentStates, establishments } from "~/db/schema/providers.server";
import { endProviderAccesses } from "~/features/accounts/provider-access.commands.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { StateInput } from "./establishment.form";
import { listStates } from "./establishments.queries.server";

type Establishment = Authorized<{ id: string; ownerId: string; providerId: string }, "provider.correct">;

/**
 * Records that an establishment is in project, open, closed or sold from a day; a second state of the same day
 * takes the place of the first. A sale of the operator's last establishment ends its logins' access that day and
 * revokes its page links. Throws RuleError `saleInFuture`.
 */
export function recordState(actor: Actor, establishment: Establishment, input: StateInput): void {
  const { id, ownerId, providerId } = establishment;
  run(actor, { name: "establishment.recordState", id, input, ownerId, isOnce: false }, ({ now, revise }) => {
    if (input.state === "sold" && input.fromOn > dayAt(ownerId, now)) throw new RuleError("saleInFuture", {}, "fromOn");
    revise("establishment_states", { id, states: listStates(id), changed: [input.state] });
    db().delete(establishmentStates).where(sameDay(id, input.fromOn)).run();
    db()
      .insert(establishmentStates)
      .values({ id: newId(), establishmentId: id, ...input, createdAt: now })
      .run();
    if (input.state === "sold" && !runsAnother(establishment, input.fromOn)) endProviderAccesses(providerId, input.fromOn, now);
  });
}

/** Takes back a state written by mistake; the first one stays. Accesses that a sale ended are given again by hand. */
export function removeState(actor: Actor, establishment: Establishment, stateId: string): void {
  const { id, ownerId } = establishment;
  run(actor, { name: "establishment.removeState", id, input: { stateId }, ownerId, isOnce: false }, ({ revise }) => {
    const states = listStates(id);
    if (states.length < 2 || !states.some((one) => one.id === stateId)) return;
    revise("establishment_states", { id, states });
    db().delete(establishmentStates).where(eq(establishmentStates.id, stateId)).run();
  });
}

function sameDay(establishmentId: string, day: string) {
  return and(eq(establishmentStates.establishmentId, establishmentId), eq(establishmentStates.fromOn, day));
}

/** Does the operator still run another establishment on that day? */
function runsAnother(sold: { id: string; providerId: string }, day: string): boolean {
  const others = db()
    .select({ id: establishments.id })
    .from(establishments)
    .where(and(eq(establishments.providerId, sold.providerId), ne(establishments.id, sold.id), isNull(establishments.deletedAt)))
    .all();
  return others.some((one) => {
    const state = listStates(one.id).find((row) => row.fromOn <= day)?.state;
    return state !== "sold" && state !== "closed";
  });
}
