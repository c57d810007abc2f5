import { and, asc, eq, inArray, isNull, ne, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { db } from "~/db/client.server";
import { keptReading } from "~/db/kept-reading.server";
import { coachingSessions, sessionGuests, sessionShares } from "~/db/schema/coaching.server";
import { communes, organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";

/** The session of a share, under a name of its own beside the rows of the log. */
export const holding = alias(coachingSessions, "holding");

/** Shares of these offices in sessions that another held: rows of `session_shares` beside `holding`. */
export const elsewhereOf = (owners: readonly string[]): SQL | undefined =>
  and(inArray(sessionShares.organisationId, [...owners]), ne(holding.ownerId, sessionShares.organisationId));

/** Whether these offices count people in sessions that another office held. */
export function hasElsewhere(owners: readonly string[]): boolean {
  return keptReading(`coaching.hasElsewhere ${owners.join()}`, () => readElsewhere(owners));
}

function readElsewhere(owners: readonly string[]): boolean {
  const one = db()
    .select({ id: holding.id })
    .from(sessionShares)
    .innerJoin(holding, eq(holding.id, sessionShares.sessionId))
    .where(elsewhereOf(owners))
    .limit(1)
    .get();
  return one !== undefined;
}

/** Whether an office of the actor's counts people in this session of another. */
export function hasOwnShare(actor: Actor, sessionId: string): boolean {
  const one = db()
    .select({ id: holding.id })
    .from(sessionShares)
    .innerJoin(holding, eq(holding.id, sessionShares.sessionId))
    .where(
      and(eq(sessionShares.sessionId, sessionId), isNull(holding.deletedAt), elsewhereOf(ownersWhere(actor, "coaching.list"))),
    )
    .get();
  return one !== undefined;
}

/**
 * A session that another office held with people of the actor's: what it was, and each share in the actor's
 * scope. Neither note nor anybody else's people are read. Throws NotFoundError without a share in scope.
 */
export function getSharedSession(actor: Actor, sessionId: string) {
  const mine = ownersWhere(actor, "coaching.list");
  const { id, ownerId, title, heldOn, theme, channel, durationMinutes, supports } = coachingSessions;
  const session = db()
    .select({ id, ownerId, title, heldOn, theme, channel, durationMinutes, supports, office: organisations.name })
    .from(coachingSessions)
    .innerJoin(organisations, eq(organisations.id, ownerId))
    .where(and(eq(id, sessionId), isNull(coachingSessions.deletedAt)))
    .get();
  const shares = db()
    .select({
      organisationId: sessionShares.organisationId,
      office: organisations.name,
      minutes: sessionShares.minutes,
      supports: sessionShares.supports,
      excused: sessionShares.excused,
      absent: sessionShares.absent,
    })
    .from(sessionShares)
    .innerJoin(organisations, eq(organisations.id, sessionShares.organisationId))
    .where(and(eq(sessionShares.sessionId, sessionId), inArray(sessionShares.organisationId, mine)))
    .orderBy(asc(organisations.name))
    .all()
    .filter((share) => share.organisationId !== session?.ownerId);
  if (!session || shares.length === 0) throw new NotFoundError("coachingSession");
  return { ...session, shares, guests: listOwnGuests(sessionId, mine) };
}

/** The people of these offices who were there, by the provider that they came for. */
function listOwnGuests(sessionId: string, offices: readonly string[]) {
  return db()
    .select({
      id: sessionGuests.id,
      organisationId: sessionGuests.organisationId,
      providerId: sessionGuests.providerId,
      name: providers.name,
      kind: providers.kind,
      commune: communes.name,
    })
    .from(sessionGuests)
    .innerJoin(providers, eq(providers.id, sessionGuests.providerId))
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(
      and(
        eq(sessionGuests.sessionId, sessionId),
        inArray(sessionGuests.organisationId, [...offices]),
        eq(providers.ownerId, sessionGuests.organisationId),
      ),
    )
    .orderBy(asc(providers.name))
    .limit(500)
    .all();
}
