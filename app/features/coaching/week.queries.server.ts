import { and, desc, eq, exists, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { askedOffices, inAskedOffices } from "~/access/scopes.server";
import { builtOnce } from "~/db/client.server";
import { memberships } from "~/db/schema/accounts.server";
import { coachingSessions, sessionFacilitators } from "~/db/schema/coaching.server";
import { sessionNames } from "~/db/session-names.server";

/** The actor's own minutes between two days, both included: sessions with preparation and travel, other work too. */
export function countOwnMinutes(actor: Actor, days: { from: string; to: string }): number {
  return minutesOf().get({ user: actor.userId, ...days })?.minutes ?? 0;
}

/** A session's people are of its office, so the days of those offices are read, not all that one ever held. */
const minutesOf = builtOnce((orm) => {
  const { id, ownerId, durationMinutes, preparationMinutes, travelMinutes, heldOn, deletedAt } = coachingSessions;
  const user = sql.placeholder("user");
  const held = orm
    .select({ one: sql`1` })
    .from(sessionFacilitators)
    .where(and(eq(sessionFacilitators.sessionId, id), eq(sessionFacilitators.userId, user)));
  const offices = orm.select({ id: memberships.organisationId }).from(memberships).where(eq(memberships.userId, user));
  return orm
    .select({ minutes: sql<number>`coalesce(sum(${durationMinutes} + ${preparationMinutes} + ${travelMinutes}), 0)` })
    .from(coachingSessions)
    .where(
      and(
        inArray(ownerId, offices),
        gte(heldOn, sql.placeholder("from")),
        lte(heldOn, sql.placeholder("to")),
        isNull(deletedAt),
        exists(held),
      ),
    )
    .prepare();
});

/** The actor's own sessions that lack a theme or a note, the last first; at most 8. */
export function listIncompleteSessions(actor: Actor) {
  const rows = incompleteOf().all({ user: actor.userId, ...askedOffices(actor, "coaching.list") });
  return rows.map(({ names, ...row }) => ({ ...row, who: textsIn(names), facilitator: actor.name }));
}

const incompleteOf = builtOnce((orm) => {
  const { id, ownerId, heldOn, isComplete, deletedAt, facilitatorId } = coachingSessions;
  return orm
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
      names: sql<string>`(SELECT json_group_array(name) FROM ${sessionNames()})`,
    })
    .from(coachingSessions)
    .where(and(eq(facilitatorId, sql.placeholder("user")), isNull(deletedAt), isToComplete, inAskedOffices(ownerId)))
    .orderBy(desc(heldOn), desc(id))
    .limit(8)
    .prepare();
});

/** Written as in the index of those rows (`coaching_sessions_incomplete`): SQLite finds it by its words, never by values given later. */
const isToComplete = sql`${coachingSessions.isComplete} = 0 AND ${coachingSessions.kind} <> 'other_work'`;

function textsIn(list: string): string[] {
  return JSON.parse(list);
}
