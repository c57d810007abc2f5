import { asc, eq, inArray } from "drizzle-orm";
import { db } from "~/db/client.server";
import { providerAccesses, users } from "~/db/schema/accounts.server";
import { appointments } from "~/db/schema/agenda.server";
import { sessionSummaries } from "~/db/schema/coaching.server";
import { noticeChoices, notices } from "~/db/schema/notifications.server";
import { dataRequests, recordProposals } from "~/db/schema/own-data.server";
import { contacts } from "~/db/schema/providers.server";
import { resourceMarks, resources } from "~/db/schema/resources.server";
import { mails } from "~/db/schema/work.server";
import {
  workshopAnswers,
  workshopCertificates,
  workshopFeedback,
  workshopInvitations,
  workshopQuestions,
  workshopRegistrations,
  workshops,
} from "~/db/schema/workshops.server";

/**
 * What workshops, meetings, mails and logins keep of a provider, for its own export; the caller has found the provider
 * in scope. What somebody kept or marked among the resources is for that reader alone.
 */
export function exportElsewhere(providerId: string, readerId: string) {
  const people = db().select({ id: contacts.id }).from(contacts).where(eq(contacts.providerId, providerId));
  const summaries = db().select().from(sessionSummaries).where(inArray(sessionSummaries.contactId, people)).all();
  return {
    workshops: listSeats(providerId),
    invitations: listInvitations(providerId),
    appointments: listAppointments(providerId),
    summaries: summaries.map(({ subject, body, createdAt }) => ({ subject, body, createdAt })),
    corrections: db().select().from(recordProposals).where(eq(recordProposals.providerId, providerId)).all(),
    requests: db().select().from(dataRequests).where(eq(dataRequests.providerId, providerId)).all(),
    mails: listMails(providerId),
    news: db().select().from(notices).where(eq(notices.providerId, providerId)).all(),
    mailChoices: db().select().from(noticeChoices).where(inArray(noticeChoices.personId, people)).all(),
    logins: listLogins(providerId),
    marks: listMarks(readerId),
  };
}

/** Each seat at a workshop with what was answered, said of it, and attested. */
function listSeats(providerId: string) {
  const seats = db()
    .select({ seat: workshopRegistrations, title: workshops.title, heldOn: workshops.heldOn })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .where(eq(workshopRegistrations.providerId, providerId))
    .orderBy(asc(workshops.heldOn))
    .all();
  return seats.map(({ seat: { personKey: _key, position: _position, createdById: _by, ...seat }, ...workshop }) => ({
    ...workshop,
    ...seat,
    answers: listAnswers(seat.id),
    opinions: db().select().from(workshopFeedback).where(eq(workshopFeedback.registrationId, seat.id)).all(),
    certificates: db()
      .select({ year: workshopCertificates.year, number: workshopCertificates.number, issuedAt: workshopCertificates.issuedAt })
      .from(workshopCertificates)
      .where(eq(workshopCertificates.registrationId, seat.id))
      .all(),
  }));
}

function listAnswers(registrationId: string) {
  return db()
    .select({ question: workshopQuestions.label, answer: workshopAnswers.answer })
    .from(workshopAnswers)
    .innerJoin(workshopQuestions, eq(workshopQuestions.id, workshopAnswers.questionId))
    .where(eq(workshopAnswers.registrationId, registrationId))
    .all();
}

function listInvitations(providerId: string) {
  const { email, answer, createdAt, answeredAt } = workshopInvitations;
  return db()
    .select({ title: workshops.title, heldOn: workshops.heldOn, email, answer, createdAt, answeredAt })
    .from(workshopInvitations)
    .innerJoin(workshops, eq(workshops.id, workshopInvitations.workshopId))
    .where(eq(workshopInvitations.providerId, providerId))
    .all();
}

function listAppointments(providerId: string) {
  const { startsAt, zone, durationMinutes, channel, place, subject, state, cancelReason, createdAt } = appointments;
  return db()
    .select({ startsAt, zone, durationMinutes, channel, place, subject, state, cancelReason, createdAt })
    .from(appointments)
    .where(eq(appointments.providerId, providerId))
    .orderBy(asc(startsAt))
    .all();
}

/** What was written to its people: when, to which address, about what. */
function listMails(providerId: string) {
  const { recipient, subject, kind, state, createdAt, sentAt } = mails;
  return db()
    .select({ recipient, subject, kind, state, createdAt, sentAt })
    .from(mails)
    .where(eq(mails.providerId, providerId))
    .orderBy(asc(createdAt))
    .all();
}

/** Who signs in for it, and since when. */
function listLogins(providerId: string) {
  const { startsOn, endsOn, userId } = providerAccesses;
  return db()
    .select({ name: users.name, email: users.email, startsOn, endsOn })
    .from(providerAccesses)
    .innerJoin(users, eq(users.id, userId))
    .where(eq(providerAccesses.providerId, providerId))
    .all();
}

function listMarks(userId: string) {
  const { isKept, doneAt, isUseful, updatedAt } = resourceMarks;
  return db()
    .select({ title: resources.title, isKept, doneAt, isUseful, updatedAt })
    .from(resourceMarks)
    .innerJoin(resources, eq(resources.id, resourceMarks.resourceId))
    .where(eq(resourceMarks.userId, userId))
    .all();
}
