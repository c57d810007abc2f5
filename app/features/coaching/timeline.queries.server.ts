import { and, desc, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { actionAnswers, actions } from "~/db/schema/action-plans.server";
import { coachingSessions, sessionGuests, sessionParticipants } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import {
  findBeginning,
  type HistoryPage,
  listChanges,
  listMessages,
  listSourceNews,
} from "~/features/providers/history.queries.server";
import type { PresenceState } from "~/lib/vocabulary";

const pageSize = 30;

/**
 * Everything that happened with a provider, newest first: sessions, answers, messages, edits, imports. `after` is
 * the cursor (`at|id`). Private notes come for whom they are alone.
 */
export function listTimeline(actor: Actor, providerId: string, after: string | undefined) {
  const [at, id] = after?.split("|") ?? [];
  const page: HistoryPage = { providerId, until: Number(at) || Number.MAX_SAFE_INTEGER, limit: pageSize + 2 };
  const entries = [
    ...listSessions(actor, page).map((row) => ({ type: "session" as const, ...row })),
    ...listShared(actor, page).map((row) => ({ type: "shared" as const, ...row })),
    ...listAnswers(actor, page).map((row) => ({ type: "answer" as const, ...row })),
    ...listMessages(actor, page).map((row) => ({ type: "message" as const, ...row })),
    ...listChanges(actor, page).map((row) => ({ type: "change" as const, ...row })),
    ...listSourceNews(actor, page).map((row) => ({ type: "import" as const, ...row })),
    ...readBeginning(actor, page),
  ];
  const rest = entries
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .filter((entry) => id === undefined || entry.at < page.until || entry.id < id);
  const shown = rest.slice(0, pageSize);
  const last = shown.at(-1);
  return { entries: shown, next: rest.length > pageSize && last ? `${last.at}|${last.id}` : undefined };
}

export type TimelineEntry = ReturnType<typeof listTimeline>["entries"][number];

/** Eleven in the morning UTC stands for a session without an hour: its own day in every zone of ours. */
const at: SQL<number> = sql`coalesce(${coachingSessions.startsAt}, unixepoch(${coachingSessions.heldOn}) * 1000 + 39600000)`;

/** Several may come for one business: there if one of them was. */
const presence = sql<PresenceState>`CASE WHEN max(${sessionParticipants.presence} = 'present') THEN 'present' ELSE min(${sessionParticipants.presence}) END`;

function listSessions(actor: Actor, { providerId, until, limit }: HistoryPage) {
  const rows = db()
    .select({
      id: coachingSessions.id,
      at,
      ownerId: coachingSessions.ownerId,
      kind: coachingSessions.kind,
      title: coachingSessions.title,
      durationMinutes: coachingSessions.durationMinutes,
      channel: coachingSessions.channel,
      theme: coachingSessions.theme,
      note: coachingSessions.note,
      privateNote: coachingSessions.privateNote,
      presence,
      by: users.name,
    })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionParticipants.sessionId))
    .innerJoin(users, eq(users.id, coachingSessions.facilitatorId))
    .where(
      and(
        scope(actor, "coaching.list", { ownerId: coachingSessions.ownerId }),
        eq(sessionParticipants.providerId, providerId),
        isNull(coachingSessions.deletedAt),
        lte(at, until),
      ),
    )
    .groupBy(coachingSessions.id)
    .orderBy(desc(at), desc(coachingSessions.id))
    .limit(limit)
    .all();
  return rows.map((row) => (can(actor, "coaching.readPrivateNote", row) ? row : { ...row, privateNote: "" }));
}

/** Sessions that another office held and where someone came for the provider: what they were, never a note. */
function listShared(actor: Actor, { providerId, until, limit }: HistoryPage) {
  return db()
    .select({
      id: coachingSessions.id,
      at,
      title: coachingSessions.title,
      durationMinutes: coachingSessions.durationMinutes,
      channel: coachingSessions.channel,
      theme: coachingSessions.theme,
      office: organisations.name,
    })
    .from(sessionGuests)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionGuests.sessionId))
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .where(
      and(
        scope(actor, "coaching.list", { ownerId: sessionGuests.organisationId }),
        eq(sessionGuests.providerId, providerId),
        isNull(coachingSessions.deletedAt),
        lte(at, until),
      ),
    )
    .groupBy(coachingSessions.id)
    .orderBy(desc(at), desc(coachingSessions.id))
    .limit(limit)
    .all();
}

function listAnswers(actor: Actor, { providerId, until, limit }: HistoryPage) {
  return db()
    .select({
      id: actionAnswers.id,
      at: actionAnswers.createdAt,
      title: actions.title,
      state: actionAnswers.state,
      comment: actionAnswers.comment,
      way: actionAnswers.way,
      by: users.name,
    })
    .from(actionAnswers)
    .innerJoin(actions, eq(actions.id, actionAnswers.actionId))
    .leftJoin(users, eq(users.id, actionAnswers.recordedById))
    .where(
      and(
        scope(actor, "plan.view", { ownerId: actions.ownerId }),
        eq(actions.providerId, providerId),
        isNull(actions.deletedAt),
        lte(actionAnswers.createdAt, until),
      ),
    )
    .orderBy(desc(actionAnswers.createdAt), desc(actionAnswers.id))
    .limit(limit)
    .all();
}

function readBeginning(actor: Actor, { providerId, until }: HistoryPage) {
  const beginning = findBeginning(actor, providerId);
  return beginning && beginning.at <= until ? [{ type: "beginning" as const, id: "0", ...beginning }] : [];
}
