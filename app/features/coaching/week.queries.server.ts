import { and, eq, gte, isNull, lte, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { coachingSessions, sessionFacilitators } from "~/db/schema/coaching.server";

/** The actor's own minutes between two days, both included: sessions with preparation and travel, other work too. */
export function countOwnMinutes(actor: Actor, days: { from: string; to: string }): number {
  const { durationMinutes, preparationMinutes, travelMinutes, heldOn, deletedAt } = coachingSessions;
  const row = db()
    .select({ minutes: sql<number>`coalesce(sum(${durationMinutes} + ${preparationMinutes} + ${travelMinutes}), 0)` })
    .from(sessionFacilitators)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionFacilitators.sessionId))
    .where(and(eq(sessionFacilitators.userId, actor.userId), isNull(deletedAt), gte(heldOn, days.from), lte(heldOn, days.to)))
    .get();
  return row?.minutes ?? 0;
}
