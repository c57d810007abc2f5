import { and, desc, eq, gte, isNull, lte, ne, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
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

/** The actor's own sessions that lack a theme or a note, the last first; at most 8. */
export function listIncompleteSessions(actor: Actor) {
  const { id, kind, heldOn, isComplete, deletedAt, facilitatorId } = coachingSessions;
  const rows = db()
    .select({
      id,
      heldOn,
      otherWorkKind: coachingSessions.otherWorkKind,
      title: coachingSessions.title,
      supports: coachingSessions.supports,
      theme: coachingSessions.theme,
      channel: coachingSessions.channel,
      durationMinutes: coachingSessions.durationMinutes,
      isComplete,
      names: sql<string>`(SELECT json_group_array(coalesce(p.name, sp.name, '')) FROM session_participants sp
        LEFT JOIN providers p ON p.id = sp.provider_id WHERE sp.session_id = coaching_sessions.id)`,
    })
    .from(coachingSessions)
    .where(
      and(
        scope(actor, "coaching.list", coachingSessions),
        eq(facilitatorId, actor.userId),
        ne(kind, "other_work"),
        eq(isComplete, false),
        isNull(deletedAt),
      ),
    )
    .orderBy(desc(heldOn), desc(id))
    .limit(8)
    .all();
  return rows.map(({ names, ...row }) => ({ ...row, who: textsIn(names), facilitator: actor.name }));
}

function textsIn(list: string): string[] {
  return JSON.parse(list);
}
