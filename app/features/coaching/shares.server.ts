import { and, eq, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { coachingSessions, sessionGuests, sessionParticipants, sessionShares } from "~/db/schema/coaching.server";
import { establishments } from "~/db/schema/providers.server";
import { newId } from "~/lib/ids";
import { divideMinutes, type OfficePeople, withOwnPeople } from "./shares.model";

/** Someone who was there for a provider of another office. */
export interface Guest {
  organisationId: string;
  providerId: string;
}

/** Writes what each office takes of a session, in the place of what stood; in the transaction that is open. */
export function writeShares(sessionId: string, people: readonly OfficePeople[], guests: readonly Guest[] | undefined): void {
  const session = findSession(sessionId);
  if (!session) return;
  db().delete(sessionShares).where(eq(sessionShares.sessionId, sessionId)).run();
  for (const share of divideMinutes(session.ownerId, session.durationMinutes, people))
    db()
      .insert(sessionShares)
      .values({ sessionId, ...share })
      .run();
  if (guests) writeGuests(sessionId, guests);
}

function writeGuests(sessionId: string, guests: readonly Guest[]): void {
  db().delete(sessionGuests).where(eq(sessionGuests.sessionId, sessionId)).run();
  for (const guest of guests)
    db()
      .insert(sessionGuests)
      .values({ id: newId(), sessionId, ...guest, establishmentId: onlyEstablishment(guest.providerId) })
      .run();
}

/** The parts of a session's offices follow its correction: its length, and the owner's people. Nothing where it is not pooled. */
export function followShares(sessionId: string): void {
  const session = findSession(sessionId);
  const shares = listShares(sessionId);
  if (!session || shares.length === 0) return;
  const people = db()
    .select({ presence: sessionParticipants.presence })
    .from(sessionParticipants)
    .where(eq(sessionParticipants.sessionId, sessionId))
    .all();
  const count = (presence: string) => people.filter((one) => one.presence === presence).length;
  const whole = { supports: session.supports, excused: count("excused"), absent: count("absent") };
  writeShares(sessionId, withOwnPeople(session.ownerId, shares, whole), undefined);
}

/** What each office takes of a session; empty where it is its owner's alone. */
export function listShares(sessionId: string) {
  return db().select().from(sessionShares).where(eq(sessionShares.sessionId, sessionId)).all();
}

/** The people who were there for providers of other offices. */
export function listGuests(sessionId: string) {
  return db().select().from(sessionGuests).where(eq(sessionGuests.sessionId, sessionId)).all();
}

const findSession = (id: string) => db().select().from(coachingSessions).where(eq(coachingSessions.id, id)).get();

/** A business with one establishment has nothing to tick: it is the one that was reached. */
function onlyEstablishment(providerId: string): string | null {
  const own = and(eq(establishments.providerId, providerId), isNull(establishments.deletedAt));
  const [first, second] = db().select({ id: establishments.id }).from(establishments).where(own).limit(2).all();
  return first && !second ? first.id : null;
}
