import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
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
 * in scope. What somebody kept or marked among the resources is for that reader alone, a host of the provider.
 */
export function exportElsewhere(actor: Actor, providerId: string) {
  const people = db().select({ id: contacts.id }).from(contacts).where(eq(contacts.providerId, providerId));
  const { subject, body, createdAt, contactId } = sessionSummaries;
  const { kind, frequency, chosenAt, personId } = noticeChoices;
  return {
    workshops: listSeats(providerId),
    invitations: listInvitations(providerId),
    appointments: listAppointments(providerId),
    summaries: db().select({ subject, body, createdAt }).from(sessionSummaries).where(inArray(contactId, people)).all(),
    corrections: listCorrections(providerId),
    requests: listRequests(providerId),
    mails: listMails(providerId),
    news: listNews(providerId),
    mailChoices: db().select({ personId, kind, frequency, chosenAt }).from(noticeChoices).where(inArray(personId, people)).all(),
    logins: listLogins(providerId),
    marks: actor.providerIds.includes(providerId) ? listMarks(actor.userId) : [],
  };
}

function listCorrections(providerId: string) {
  const { subject, field, oldValue, newValue, comment, createdAt, decision, decidedAt, reply } = recordProposals;
  return db()
    .select({ subject, field, oldValue, newValue, comment, createdAt, decision, decidedAt, reply })
    .from(recordProposals)
    .where(eq(recordProposals.providerId, providerId))
    .all();
}

function listRequests(providerId: string) {
  const { kind, text, createdAt, dueOn, state, reply, handledAt } = dataRequests;
  return db()
    .select({ kind, text, createdAt, dueOn, state, reply, handledAt })
    .from(dataRequests)
    .where(eq(dataRequests.providerId, providerId))
    .all();
}

/** What was told to its people; not what was told of it to the office's. */
function listNews(providerId: string) {
  const { kind, createdAt, readAt, mailedOn, dropped } = notices;
  return db()
    .select({ kind, createdAt, readAt, mailedOn, dropped })
    .from(notices)
    .where(and(eq(notices.providerId, providerId), ne(notices.personKind, "user")))
    .all();
}

/** Each seat at a workshop with what was answered, said of it, and attested. */
function listSeats(providerId: string) {
  const { title, heldOn } = workshops;
  const { id, name, establishment, email, phone, state, picturesConsent, presence, createdAt, cancelledAt } =
    workshopRegistrations;
  const seats = db()
    .select({ id, title, heldOn, name, establishment, email, phone, state, picturesConsent, presence, createdAt, cancelledAt })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .where(eq(workshopRegistrations.providerId, providerId))
    .orderBy(asc(heldOn))
    .all();
  return seats.map(({ id: seatId, ...seat }) => ({
    ...seat,
    answers: listAnswers(seatId),
    opinions: listOpinions(seatId),
    certificates: listCertificates(seatId),
  }));
}

function listOpinions(seatId: string) {
  const { moment, usefulness, pace, deed, wouldRecommend, comment, isQuotable, createdAt, registrationId } = workshopFeedback;
  return db()
    .select({ moment, usefulness, pace, deed, wouldRecommend, comment, isQuotable, createdAt })
    .from(workshopFeedback)
    .where(eq(registrationId, seatId))
    .all();
}

function listCertificates(seatId: string) {
  const { year, number, issuedAt, registrationId } = workshopCertificates;
  return db().select({ year, number, issuedAt }).from(workshopCertificates).where(eq(registrationId, seatId)).all();
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
