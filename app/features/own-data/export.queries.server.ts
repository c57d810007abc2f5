import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { actionAnswers, actionComments, actions } from "~/db/schema/action-plans.server";
import { coachingSessions, sessionGuests, sessionParticipants } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { messages, providers } from "~/db/schema/providers.server";
import { files } from "~/db/schema/work.server";
import { getProvider } from "~/features/providers/queries.server";
import { listTagNames } from "~/features/providers/record.queries.server";
import { now } from "~/lib/clock";
import { exportElsewhere } from "./export-elsewhere.queries.server";
import { exportRecord } from "./export-record.queries.server";

export type ExportedData = ReturnType<typeof exportProvider>;

interface Asked {
  /**
   * When the office reviewed what is its own: private notes, drafts, tags and colleagues' messages are in it as they
   * stood then, and none written or changed since. Null before any review: none at all.
   */
  reviewedAt: number | null;
}

/**
 * All that is kept of a provider, as one document: the file and the page to read are made of it. Private notes are in
 * it only when the office has reviewed an access request (design §2). Throws NotFoundError out of sight.
 */
export function exportProvider(actor: Actor, providerId: string, { reviewedAt }: Asked) {
  const provider = getProvider(actor, providerId, "provider.view");
  const isReviewed = (at: number) => reviewedAt !== null && at <= reviewedAt;
  const steps = db()
    .select()
    .from(actions)
    .where(and(eq(actions.providerId, provider.id), isNull(actions.deletedAt)))
    .orderBy(actions.position)
    .all();
  const told = steps.filter((step) => step.publishedAt !== null || isReviewed(step.createdAt));
  const ids = told.map((step) => step.id);
  return {
    madeAt: new Date(now()).toISOString(),
    ownerId: provider.ownerId,
    provider: db()
      .select({ name: providers.name, siret: providers.siret, kind: providers.kind, origin: providers.origin })
      .from(providers)
      .where(eq(providers.id, provider.id))
      .get(),
    tags: reviewedAt === null ? [] : listTagNames(provider.id),
    ...exportRecord(provider.id),
    steps: told,
    answers: db().select().from(actionAnswers).where(inArray(actionAnswers.actionId, ids)).orderBy(actionAnswers.createdAt).all(),
    comments: db()
      .select()
      .from(actionComments)
      .where(inArray(actionComments.actionId, ids))
      .orderBy(actionComments.createdAt)
      .all(),
    sessions: listSessions(provider.id, isReviewed),
    sessionsElsewhere: listSessionsElsewhere(provider.id),
    messages: listMessages(provider.id).filter((row) => row.kind !== "colleague" || isReviewed(row.createdAt)),
    files: db()
      .select({ id: files.id, subjectId: files.subjectId, name: files.name, bytes: files.bytes, createdAt: files.createdAt })
      .from(files)
      .where(and(eq(files.subject, "action"), inArray(files.subjectId, ids), isNull(files.deletedAt)))
      .all(),
    ...exportElsewhere(actor, provider.id),
  };
}

/**
 * Whether what only a review hands over is no longer what it was at that instant: a note written or changed, a draft,
 * a colleague's message.
 */
export function hasChangedSince(actor: Actor, providerId: string, readAt: number): boolean {
  const reviewed = (at: number) => {
    const { sessions, steps, messages: said } = exportProvider(actor, providerId, { reviewedAt: at });
    return JSON.stringify([sessions.map((session) => session.privateNote), steps.length, said.length]);
  };
  return reviewed(readAt) !== reviewed(now());
}

/** What was written between a provider and the office, and by a colleague about it. */
function listMessages(providerId: string) {
  return db().select().from(messages).where(eq(messages.providerId, providerId)).orderBy(messages.createdAt).all();
}

/** When the words of a session were last written. */
const writtenAt = sql<number>`max(${coachingSessions.createdAt}, coalesce((
  SELECT max(r.created_at) FROM revisions r WHERE r.subject = 'coaching_sessions' AND r.subject_id = ${coachingSessions.id}
), 0))`;

/** The sessions with this provider: what was done and said for it; what was noted apart only once reviewed. */
function listSessions(providerId: string, isReviewed: (at: number) => boolean) {
  const { id, heldOn, durationMinutes, channel, theme, title, note, privateNote } = coachingSessions;
  const { presence } = sessionParticipants;
  const rows = db()
    .select({ id, heldOn, durationMinutes, channel, theme, title, note, privateNote, presence, writtenAt })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(id, sessionParticipants.sessionId))
    .where(and(eq(sessionParticipants.providerId, providerId), isNull(coachingSessions.deletedAt)))
    .orderBy(heldOn)
    .all();
  return rows.map(({ privateNote: kept, writtenAt: at, ...row }) => ({
    ...row,
    ...(isReviewed(at) ? { privateNote: kept } : {}),
  }));
}

/** Sessions that another office held and where someone came for the provider; its notes are that office's. */
function listSessionsElsewhere(providerId: string) {
  const { heldOn, durationMinutes, channel, theme, title, ownerId } = coachingSessions;
  return db()
    .select({ heldOn, durationMinutes, channel, theme, title, office: organisations.name })
    .from(sessionGuests)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionGuests.sessionId))
    .innerJoin(organisations, eq(organisations.id, ownerId))
    .where(and(eq(sessionGuests.providerId, providerId), isNull(coachingSessions.deletedAt)))
    .orderBy(heldOn)
    .all();
}
