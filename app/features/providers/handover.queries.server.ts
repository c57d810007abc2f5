import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, max, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { providers, referentChanges } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";
import { undoMs } from "./handover.model";

const former = alias(users, "former");
const next = alias(users, "next");

/** The providers that a person follows in the actor's offices, by name; at most 2000. */
export function listPortfolio(actor: Actor, userId: string) {
  const inScope = scope(actor, "provider.handOver", { ownerId: providers.ownerId });
  return db()
    .select({ id: providers.id, ownerId: providers.ownerId, name: providers.name })
    .from(providers)
    .where(and(inScope, eq(providers.referentId, userId), isNull(providers.deletedAt), isNull(providers.mergedIntoId)))
    .orderBy(asc(providers.searchText), asc(providers.id))
    .limit(2000)
    .all();
}

/** The hand-overs of the actor's offices that may still be undone, the latest first; at most 20. */
export function listHandovers(actor: Actor, at: number) {
  return db()
    .select({
      id: referentChanges.handoverId,
      startsOn: max(referentChanges.startsOn),
      doneAt: max(referentChanges.doneAt),
      count: count(),
      from: former.name,
      to: next.name,
    })
    .from(referentChanges)
    .leftJoin(former, eq(former.id, referentChanges.fromUserId))
    .leftJoin(next, eq(next.id, referentChanges.toUserId))
    .where(and(scope(actor, "provider.handOver", referentChanges), isNotNull(referentChanges.handoverId), undoable(at)))
    .groupBy(referentChanges.handoverId)
    .orderBy(desc(max(referentChanges.createdAt)))
    .limit(20)
    .all();
}

/** The changes of one hand-over that may still be undone; throws NotFoundError out of sight or too late. */
export function getHandover(actor: Actor, handoverId: string, at: number) {
  const rows = db()
    .select()
    .from(referentChanges)
    .where(and(scope(actor, "provider.handOver", referentChanges), eq(referentChanges.handoverId, handoverId), undoable(at)))
    .all();
  const [first] = rows;
  if (!first) throw new NotFoundError("handover");
  return { id: handoverId, ownerId: first.ownerId, changes: rows };
}

/** Who followed a provider one after the other, the latest first, with the note left; at most 20. */
export function listReferents(actor: Actor, providerId: string) {
  return db()
    .select({
      id: referentChanges.id,
      startsOn: referentChanges.startsOn,
      note: referentChanges.note,
      from: former.name,
      to: next.name,
      isPlanned: isNull(referentChanges.doneAt),
    })
    .from(referentChanges)
    .leftJoin(former, eq(former.id, referentChanges.fromUserId))
    .leftJoin(next, eq(next.id, referentChanges.toUserId))
    .where(
      and(
        scope(actor, "provider.handOver", referentChanges),
        eq(referentChanges.providerId, providerId),
        isNull(referentChanges.undoneAt),
      ),
    )
    .orderBy(desc(referentChanges.startsOn), desc(referentChanges.createdAt))
    .limit(20)
    .all();
}

/** The names and addresses of these people. */
export function listPeopleById(ids: readonly string[]) {
  return db()
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(inArray(users.id, [...ids]))
    .all();
}

function undoable(at: number) {
  const recent = or(isNull(referentChanges.doneAt), gte(referentChanges.doneAt, at - undoMs));
  return and(isNull(referentChanges.undoneAt), recent);
}
