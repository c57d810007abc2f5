import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { actionAnswers, actionComments, actions } from "~/db/schema/action-plans.server";
import { coachingSessions, sessionGuests, sessionParticipants } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { channels, contacts, establishments, messages, providers } from "~/db/schema/providers.server";
import { newsletterReaders } from "~/db/schema/resources.server";
import { files } from "~/db/schema/work.server";
import { getProvider } from "~/features/providers/queries.server";
import { now } from "~/lib/clock";
import { exportElsewhere } from "./export-elsewhere.queries.server";

/**
 * All that is kept of a provider, as one document. Private notes are in it only when the office has
 * reviewed an access request (design §2). Throws NotFoundError out of sight.
 */
export function exportProvider(actor: Actor, providerId: string, given: { withPrivateNotes: boolean }) {
  const provider = getProvider(actor, providerId, "provider.view");
  const mine = { providerId: provider.id };
  const steps = db()
    .select()
    .from(actions)
    .where(and(eq(actions.providerId, provider.id), isNull(actions.deletedAt)))
    .all();
  const published = steps.filter((step) => step.publishedAt !== null || given.withPrivateNotes);
  const ids = published.map((step) => step.id);
  const places = db().select().from(establishments).where(eq(establishments.providerId, provider.id)).all();
  return {
    madeAt: new Date(now()).toISOString(),
    provider: db()
      .select({ name: providers.name, siret: providers.siret, kind: providers.kind, origin: providers.origin })
      .from(providers)
      .where(eq(providers.id, provider.id))
      .get(),
    establishments: places,
    channels: db()
      .select()
      .from(channels)
      .where(
        inArray(
          channels.establishmentId,
          places.map((place) => place.id),
        ),
      )
      .all(),
    contacts: db().select().from(contacts).where(eq(contacts.providerId, provider.id)).all(),
    letters: listLetterReadings(provider.id),
    steps: published,
    answers: db().select().from(actionAnswers).where(inArray(actionAnswers.actionId, ids)).all(),
    comments: db().select().from(actionComments).where(inArray(actionComments.actionId, ids)).all(),
    sessions: listSessions(mine.providerId, given.withPrivateNotes),
    sessionsElsewhere: listSessionsElsewhere(mine.providerId),
    messages: db().select().from(messages).where(eq(messages.providerId, provider.id)).all(),
    files: db()
      .select({ id: files.id, name: files.name, bytes: files.bytes, createdAt: files.createdAt })
      .from(files)
      .where(and(eq(files.subject, "action"), inArray(files.subjectId, ids), isNull(files.deletedAt)))
      .all(),
    ...exportElsewhere(actor, provider.id),
  };
}

/** What its people said of the office's letter: asked, confirmed, ended. */
function listLetterReadings(providerId: string) {
  return db()
    .select({ reading: newsletterReaders })
    .from(newsletterReaders)
    .innerJoin(contacts, eq(contacts.id, newsletterReaders.contactId))
    .where(eq(contacts.providerId, providerId))
    .all()
    .map((row) => row.reading);
}

/** The sessions with this provider: what was done and said for it; what was noted apart only once reviewed. */
function listSessions(providerId: string, withPrivateNotes: boolean) {
  const rows = db()
    .select({
      heldOn: coachingSessions.heldOn,
      durationMinutes: coachingSessions.durationMinutes,
      channel: coachingSessions.channel,
      theme: coachingSessions.theme,
      note: coachingSessions.note,
      privateNote: coachingSessions.privateNote,
      presence: sessionParticipants.presence,
    })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionParticipants.sessionId))
    .where(and(eq(sessionParticipants.providerId, providerId), isNull(coachingSessions.deletedAt)))
    .orderBy(coachingSessions.heldOn)
    .all();
  return rows.map(({ privateNote, ...row }) => (withPrivateNotes ? { ...row, privateNote } : row));
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
