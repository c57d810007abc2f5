import { and, asc, count, desc, eq, min } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { askedOffices, inAskedOffices, scope } from "~/access/scopes.server";
import { builtOnce, db } from "~/db/client.server";
import { dataRequests, purges } from "~/db/schema/own-data.server";
import { providers } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";

/** So many requests at a time. */
export const requestsAtATime = 50;

/** Requests about data that wait for the office, the nearest due first; at most 50, from the place asked. */
export function listOpenRequests(actor: Actor, skip = 0) {
  return db()
    .select({ request: dataRequests, provider: providers.name })
    .from(dataRequests)
    .innerJoin(providers, isItsProvider)
    .where(open(actor))
    .orderBy(asc(dataRequests.dueOn), asc(dataRequests.id))
    .limit(requestsAtATime)
    .offset(skip)
    .all();
}

/** How many of them wait. */
export const countOpenRequests = (actor: Actor): number => describeOpenRequests(actor).count;

/** How many of them wait, and the day by which the first is due; null where none does. */
export function describeOpenRequests(actor: Actor): { count: number; dueOn: string | null } {
  return openOnes().get(askedOffices(actor, "ownData.answer")) ?? { count: 0, dueOn: null };
}

const openOnes = builtOnce((orm) =>
  orm
    .select({ count: count(), dueOn: min(dataRequests.dueOn) })
    .from(dataRequests)
    .innerJoin(providers, isItsProvider)
    .where(and(inAskedOffices(dataRequests.ownerId), eq(dataRequests.state, "open")))
    .prepare(),
);

const open = (actor: Actor) =>
  and(scope(actor, "ownData.answer", { ownerId: dataRequests.ownerId }), eq(dataRequests.state, "open"));
const isItsProvider = eq(providers.id, dataRequests.providerId);

/** What a provider asked about its own data, the last first; at most 20. */
export function listOwnRequests(actor: Actor, providerId: string) {
  return db()
    .select()
    .from(dataRequests)
    .where(and(scope(actor, "ownData.ask", dataRequests), eq(dataRequests.providerId, providerId)))
    .orderBy(desc(dataRequests.createdAt))
    .limit(20)
    .all();
}

/** One request in the scope of its answer; throws NotFoundError out of sight. */
export function getRequest(actor: Actor, requestId: string) {
  const row = db()
    .select()
    .from(dataRequests)
    .where(and(scope(actor, "ownData.answer", { ownerId: dataRequests.ownerId }), eq(dataRequests.id, requestId)))
    .get();
  if (!row) throw new NotFoundError("request");
  return row;
}

/** When an access request of this provider was last reviewed and released; null where none was. */
export function findReviewedAt(actor: Actor, providerId: string): number | null {
  const released = listOwnRequests(actor, providerId).filter((row) => row.kind === "access" && row.state === "released");
  return released.reduce<number | null>(
    (last, { handledAt }) => (handledAt !== null && handledAt > (last ?? 0) ? handledAt : last),
    null,
  );
}

/** What was purged in the actor's offices, the last first; at most 100. */
export function listPurges(actor: Actor) {
  return db()
    .select()
    .from(purges)
    .where(scope(actor, "ownData.log", { ownerId: purges.ownerId }))
    .orderBy(desc(purges.createdAt))
    .limit(100)
    .all();
}
