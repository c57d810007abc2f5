import { and, eq, inArray, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { memberships, pageLinks, users } from "~/db/schema/accounts.server";
import { actionAnswers, actionComments, actions } from "~/db/schema/action-plans.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { purges } from "~/db/schema/own-data.server";
import { contacts, establishments, messages, providers } from "~/db/schema/providers.server";
import { newsletterDeliveries, newsletterReaders } from "~/db/schema/resources.server";
import { files, mails, revisions } from "~/db/schema/work.server";
import { workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import { withdrawExports } from "~/features/exports/withdrawal.commands.server";
import { newId } from "~/lib/ids";
import { forgetElsewhere } from "./forget-elsewhere.server";
import { forgetLogins } from "./forget-logins.server";

interface Erasure {
  reason: "retention" | "erasure";
  actorId: string | null;
  at: number;
  lastOn?: string | null;
}

/**
 * Forgets a provider's people and words for good, in the transaction that is open: names, addresses,
 * numbers, notes, messages, mails, files, seats at workshops, logins and former versions. Kind, commune, sessions, hours and steps
 * stay, so that no figure changes; what was taken is counted in the log. Files of lists prepared for the office are withdrawn.
 */
export function eraseProvider(given: { providerId: string; ownerId: string }, erasure: Erasure): void {
  const { providerId, ownerId } = given;
  const { at } = erasure;
  const contactIds = idsOf(contacts, providerId);
  const actionIds = idsOf(actions, providerId);
  forgetMails(given);
  forgetElsewhere({ ...given, contactIds });
  const people = db()
    .update(contacts)
    .set({ name: "—", email: null, phone: null, function: null, deletedAt: at })
    .where(eq(contacts.providerId, providerId))
    .run();
  const words = db().delete(actionComments).where(eq(actionComments.providerId, providerId)).run();
  const gone = db()
    .update(files)
    .set({ deletedAt: 1 })
    .where(and(eq(files.subject, "action"), inArray(files.subjectId, [...actionIds])))
    .run();
  db()
    .update(actionAnswers)
    .set({ comment: "", link: null })
    .where(inArray(actionAnswers.actionId, [...actionIds]))
    .run();
  db()
    .delete(newsletterReaders)
    .where(inArray(newsletterReaders.contactId, [...contactIds]))
    .run();
  db()
    .delete(newsletterDeliveries)
    .where(inArray(newsletterDeliveries.contactId, [...contactIds]))
    .run();
  db().delete(messages).where(eq(messages.providerId, providerId)).run();
  db()
    .update(pageLinks)
    .set({ revokedAt: at })
    .where(and(eq(pageLinks.providerId, providerId), isNull(pageLinks.revokedAt)))
    .run();
  forgetLogins(providerId, at);
  const sessionsKept = forgetNotes(providerId);
  forgetRecord(providerId, at);
  withdrawExports([ownerId, ...listHosts(providerId)], at);
  forgetRevisions([providerId, ...contactIds, ...actionIds, ...idsOf(establishments, providerId)]);
  db()
    .insert(purges)
    .values({
      id: newId(),
      ownerId,
      providerId,
      reason: erasure.reason,
      lastOn: erasure.lastOn ?? null,
      contacts: people.changes,
      files: gone.changes,
      comments: words.changes,
      sessionsKept,
      actorId: erasure.actorId,
      createdAt: at,
    })
    .run();
}

/** The other offices whose lists bear it too: at whose workshops it has a seat, or who held a session with it. */
function listHosts(providerId: string): string[] {
  const seats = db()
    .selectDistinct({ ownerId: workshops.ownerId })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .where(eq(workshopRegistrations.providerId, providerId))
    .all();
  const sessions = db()
    .selectDistinct({ ownerId: coachingSessions.ownerId })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionParticipants.sessionId))
    .where(eq(sessionParticipants.providerId, providerId))
    .all();
  return [...seats, ...sessions].map((row) => row.ownerId);
}

/**
 * What was written about the provider, and to its people's addresses: also a report or a letter that names no provider.
 * Mails to an address that somebody of an office signs in with are that person's, and stay.
 */
function forgetMails({ providerId, ownerId }: { providerId: string; ownerId: string }): void {
  const addresses = db()
    .select({ email: contacts.email })
    .from(contacts)
    .where(and(eq(contacts.providerId, providerId), isNotNull(contacts.email)));
  const ofStaff = db().select({ email: users.email }).from(users).innerJoin(memberships, eq(memberships.userId, users.id));
  const toThem = and(eq(mails.ownerId, ownerId), inArray(mails.recipient, addresses), notInArray(mails.recipient, ofStaff));
  db()
    .delete(mails)
    .where(or(eq(mails.providerId, providerId), toThem))
    .run();
}

/** The notes of sessions held with this provider alone; a group's notes speak of others too. Answers how many sessions stay. */
function forgetNotes(providerId: string): number {
  const held = db()
    .select({ id: sessionParticipants.sessionId })
    .from(sessionParticipants)
    .where(eq(sessionParticipants.providerId, providerId))
    .all()
    .map((row) => row.id);
  if (held.length === 0) return 0;
  const alone = sql`(SELECT count(DISTINCT p.provider_id) FROM session_participants p WHERE p.session_id = ${coachingSessions.id}) = 1`;
  db()
    .update(coachingSessions)
    .set({ note: "", privateNote: "" })
    .where(and(inArray(coachingSessions.id, held), alone))
    .run();
  forgetRevisions(held);
  return held.length;
}

function forgetRecord(providerId: string, at: number): void {
  db()
    .update(providers)
    .set({ name: "Prestataire effacé", siret: null, searchText: "", anonymisedAt: at })
    .where(eq(providers.id, providerId))
    .run();
  db()
    .update(establishments)
    .set({
      name: "Établissement effacé",
      street: null,
      postcode: null,
      latitude: null,
      longitude: null,
      registrationNumber: null,
    })
    .where(eq(establishments.providerId, providerId))
    .run();
}

function forgetRevisions(ids: readonly string[]): void {
  if (ids.length > 0)
    db()
      .delete(revisions)
      .where(inArray(revisions.subjectId, [...ids]))
      .run();
}

function idsOf(table: typeof contacts | typeof actions | typeof establishments, providerId: string): string[] {
  return db()
    .select({ id: table.id })
    .from(table)
    .where(eq(table.providerId, providerId))
    .all()
    .map((row) => row.id);
}
