import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { appointments } from "~/db/schema/agenda.server";
import { sessionParticipants, sessionSummaries } from "~/db/schema/coaching.server";
import { importRecords } from "~/db/schema/imports.server";
import { noticeChoices } from "~/db/schema/notifications.server";
import { dataRequests, recordProposals } from "~/db/schema/own-data.server";
import {
  channels,
  contacts,
  establishmentNames,
  establishmentSourceValues,
  establishments,
  sourceCorrections,
} from "~/db/schema/providers.server";
import { files } from "~/db/schema/work.server";
import {
  workshopAnswers,
  workshopCertificates,
  workshopFeedback,
  workshopInvitations,
  workshopLinks,
  workshopRegistrations,
  workshopSignatures,
  workshops,
} from "~/db/schema/workshops.server";

/** Whom is being forgotten. */
export interface Forgotten {
  providerId: string;
  ownerId: string;
  contactIds: readonly string[];
}

const noName = "—";

/**
 * Takes a provider's people out of what other features keep of them, in the transaction that is open:
 * workshops, appointments, summaries, requests, former values of their record. The rows stay, and are counted.
 */
export function forgetElsewhere(forgotten: Forgotten): void {
  forgetWorkshops(forgotten);
  forgetMeetings(forgotten);
  forgetRequests(forgotten);
  forgetSources(forgotten.providerId);
}

function forgetWorkshops(forgotten: Forgotten): void {
  const ids = listRegistrations(forgotten);
  const mine = inArray(workshopRegistrations.id, ids);
  db()
    .update(workshopRegistrations)
    .set({ name: noName, establishment: "", email: null, phone: null, contactId: null, personKey: workshopRegistrations.id })
    .where(mine)
    .run();
  db().delete(workshopAnswers).where(inArray(workshopAnswers.registrationId, ids)).run();
  db().delete(workshopLinks).where(inArray(workshopLinks.registrationId, ids)).run();
  db()
    .update(workshopFeedback)
    .set({ deed: "", comment: "", isQuotable: false })
    .where(inArray(workshopFeedback.registrationId, ids))
    .run();
  db()
    .update(workshopCertificates)
    .set({ name: noName, establishment: "" })
    .where(inArray(workshopCertificates.registrationId, ids))
    .run();
  forgetSignatures(ids);
  // One line an address and workshop: its own id stands in for it.
  db()
    .update(workshopInvitations)
    .set({ email: workshopInvitations.id, contactId: null })
    .where(eq(workshopInvitations.providerId, forgotten.providerId))
    .run();
}

/** Its seats at workshops: those that name it or one of its people, and those at the office's that bear one of their addresses. */
function listRegistrations({ providerId, ownerId, contactIds }: Forgotten): string[] {
  const addresses = db()
    .select({ email: contacts.email })
    .from(contacts)
    .where(and(eq(contacts.providerId, providerId), isNotNull(contacts.email)));
  const byAddress = and(eq(workshops.ownerId, ownerId), inArray(workshopRegistrations.email, addresses));
  const { id, contactId } = workshopRegistrations;
  return db()
    .select({ id })
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopRegistrations.workshopId))
    .where(or(eq(workshopRegistrations.providerId, providerId), inArray(contactId, [...contactIds]), byAddress))
    .all()
    .map((row) => row.id);
}

/** That somebody signed stays; what was drawn goes. */
function forgetSignatures(ids: string[]): void {
  const drawn = db()
    .select({ fileId: workshopSignatures.fileId })
    .from(workshopSignatures)
    .where(inArray(workshopSignatures.registrationId, ids))
    .all()
    .flatMap(({ fileId }) => (fileId ? [fileId] : []));
  db().update(files).set({ deletedAt: 1, name: noName }).where(inArray(files.id, drawn)).run();
  db().update(workshopSignatures).set({ fileId: null }).where(inArray(workshopSignatures.registrationId, ids)).run();
}

function forgetMeetings({ providerId, contactIds }: Forgotten): void {
  db()
    .update(appointments)
    .set({ subject: "", place: "", cancelReason: "", contactId: null })
    .where(eq(appointments.providerId, providerId))
    .run();
  db()
    .update(sessionSummaries)
    .set({ subject: noName, body: "" })
    .where(inArray(sessionSummaries.contactId, [...contactIds]))
    .run();
  db().update(sessionParticipants).set({ name: null }).where(eq(sessionParticipants.providerId, providerId)).run();
}

function forgetRequests({ providerId, contactIds }: Forgotten): void {
  db()
    .update(recordProposals)
    .set({ oldValue: null, newValue: null, comment: "", reply: "" })
    .where(eq(recordProposals.providerId, providerId))
    .run();
  db().update(dataRequests).set({ text: "", reply: "" }).where(eq(dataRequests.providerId, providerId)).run();
  db()
    .delete(noticeChoices)
    .where(inArray(noticeChoices.personId, [...contactIds]))
    .run();
}

/** Former names, addresses of pages, and what an import brought; taking that import back brings nothing of it again. */
function forgetSources(providerId: string): void {
  const places = db().select({ id: establishments.id }).from(establishments).where(eq(establishments.providerId, providerId));
  db().delete(establishmentNames).where(inArray(establishmentNames.establishmentId, places)).run();
  db().delete(establishmentSourceValues).where(inArray(establishmentSourceValues.establishmentId, places)).run();
  db().delete(sourceCorrections).where(inArray(sourceCorrections.establishmentId, places)).run();
  db().update(channels).set({ url: null }).where(inArray(channels.establishmentId, places)).run();
  const bare = sql`json_object('source', ${importRecords.source}, 'externalId', ${importRecords.externalId}, 'name', ${noName})`;
  db()
    .update(importRecords)
    .set({ name: noName, record: bare, changes: null })
    .where(inArray(importRecords.establishmentId, places))
    .run();
}
