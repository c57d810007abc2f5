import { and, eq, isNull, ne, or } from "drizzle-orm";
import { db } from "~/db/client.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";

/** Is a session of that day, provider and duration already at this owner, other than those of this import? */
export function hasSameSession(
  ownerId: string,
  session: { heldOn: string; duration: number; providerId: string },
  exceptImportId: string,
): boolean {
  const { importId } = coachingSessions;
  const row = db()
    .select({ id: coachingSessions.id })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionParticipants.sessionId))
    .where(
      and(
        eq(sessionParticipants.providerId, session.providerId),
        eq(coachingSessions.ownerId, ownerId),
        eq(coachingSessions.heldOn, session.heldOn),
        eq(coachingSessions.durationMinutes, session.duration),
        isNull(coachingSessions.deletedAt),
        or(isNull(importId), ne(importId, exceptImportId)),
      ),
    )
    .limit(1)
    .get();
  return row !== undefined;
}
