import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { mails } from "~/db/schema/work.server";
import { workshopCalls, workshopInvitations, workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import { now } from "~/lib/clock";
import { type InvitationState, stateOf } from "./invitations.model";

const reminders = alias(mails, "reminders");

/** One office's invitations to a workshop, the last sent first, with what became of each; for whoever may invite for the office. */
export function listInvitations(workshopId: string, organisationId: string) {
  const rows = db()
    .select({
      invitation: workshopInvitations,
      provider: providers.name,
      contact: contacts.name,
      mailState: mails.state,
      reminderState: reminders.state,
    })
    .from(workshopInvitations)
    .leftJoin(providers, eq(providers.id, workshopInvitations.providerId))
    .leftJoin(contacts, eq(contacts.id, workshopInvitations.contactId))
    .leftJoin(mails, eq(mails.id, workshopInvitations.mailId))
    .leftJoin(reminders, eq(reminders.id, workshopInvitations.reminderMailId))
    .where(and(eq(workshopInvitations.workshopId, workshopId), eq(workshopInvitations.organisationId, organisationId)))
    .orderBy(desc(workshopInvitations.createdAt), asc(providers.name), asc(workshopInvitations.id))
    .limit(2000)
    .all();
  const living = listLiving(workshopId);
  return rows.map(({ invitation, mailState, reminderState, ...names }) => {
    const isRegistered = living.providers.has(invitation.providerId ?? "") || living.emails.has(invitation.email);
    const state: InvitationState = stateOf({ answer: invitation.answer, isRegistered, mailState: reminderState ?? mailState });
    return { ...invitation, ...names, state, mayBeReminded: state === "none" && invitation.remindedAt === null };
  });
}
export type ListedInvitation = ReturnType<typeof listInvitations>[number];

/** The row to remind, where nobody did meanwhile. */
export const isReminded = (id: string) => and(eq(workshopInvitations.id, id), isNull(workshopInvitations.remindedAt));

function listLiving(workshopId: string) {
  const rows = db()
    .select({ providerId: workshopRegistrations.providerId, email: workshopRegistrations.email })
    .from(workshopRegistrations)
    .where(
      and(
        eq(workshopRegistrations.workshopId, workshopId),
        inArray(workshopRegistrations.state, ["registered", "offered", "waiting"]),
      ),
    )
    .all();
  return {
    providers: new Set(rows.flatMap((row) => row.providerId ?? [])),
    emails: new Set(rows.flatMap((row) => row.email ?? [])),
  };
}

/** An invitation by its id, with its workshop, office and addressee, for the holder of its key; undefined when it is gone. */
export function findInvitation(invitationId: string) {
  return db()
    .select({
      invitation: workshopInvitations,
      workshop: workshops,
      office: organisations,
      provider: providers,
      contact: contacts,
    })
    .from(workshopInvitations)
    .innerJoin(workshops, and(eq(workshops.id, workshopInvitations.workshopId), isNull(workshops.deletedAt)))
    .innerJoin(organisations, eq(organisations.id, workshopInvitations.organisationId))
    .innerJoin(providers, eq(providers.id, workshopInvitations.providerId))
    .innerJoin(contacts, eq(contacts.id, workshopInvitations.contactId))
    .where(eq(workshopInvitations.id, invitationId))
    .get();
}
export type OpenedInvitation = NonNullable<ReturnType<typeof findInvitation>>;

/** Offices that were handed a workshop's invitation, by name, and when they sent it on. */
export function listCalls(workshopId: string) {
  return db()
    .select({
      organisationId: workshopCalls.organisationId,
      name: organisations.name,
      need: workshopCalls.need,
      sentAt: workshopCalls.sentAt,
    })
    .from(workshopCalls)
    .innerJoin(organisations, eq(organisations.id, workshopCalls.organisationId))
    .where(eq(workshopCalls.workshopId, workshopId))
    .orderBy(asc(organisations.name))
    .all();
}

/** Invitations that the actor's offices were handed and have not sent on, the next workshop first. */
export function listWaitingCalls(actor: Actor) {
  const owner = alias(organisations, "owner");
  return db()
    .select({
      workshopId: workshops.id,
      title: workshops.title,
      zone: workshops.zone,
      startsAt: workshops.startsAt,
      from: owner.name,
      need: workshopCalls.need,
      organisationId: workshopCalls.organisationId,
      office: organisations.name,
    })
    .from(workshopCalls)
    .innerJoin(workshops, eq(workshops.id, workshopCalls.workshopId))
    .innerJoin(owner, eq(owner.id, workshops.ownerId))
    .innerJoin(organisations, eq(organisations.id, workshopCalls.organisationId))
    .where(
      and(
        inArray(workshopCalls.organisationId, [...ownersWhere(actor, "workshop.invite"), ""]),
        isNull(workshopCalls.sentAt),
        isNull(workshops.deletedAt),
        inArray(workshops.state, ["published", "full"]),
        sql`${workshops.startsAt} > ${now()}`,
      ),
    )
    .orderBy(asc(workshops.startsAt))
    .limit(20)
    .all();
}
