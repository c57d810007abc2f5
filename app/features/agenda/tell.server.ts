import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { providerAccesses, users } from "~/db/schema/accounts.server";
import { appointments } from "~/db/schema/agenda.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { queueMail } from "~/email/outbox.server";
import type { Locale } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { calendarPart, writeCalendar } from "./calendar.server";
import { appointmentMail, calendarWords } from "./emails.server";
import { spanOf } from "./model";

export type News = "booked" | "moved" | "cancelled";
type Row = typeof appointments.$inferSelect;

interface Told {
  news: News;
  /** Before a move. */
  before?: Row;
}

interface Reader {
  email: string;
  name: string;
  locale: Locale;
  isStaff: boolean;
}

/**
 * Mails of an appointment, in the transaction of its change: whoever comes, and the facilitator when
 * someone else acted. Each carries the calendar entry (REQUEST, or CANCEL) with its sequence number.
 */
export function tellAppointment(actor: Actor, appointmentId: string, told: Told): void {
  const about = readAbout(appointmentId);
  for (const reader of readersOf(actor, about)) send(about, reader, told);
  const former = told.before && told.before.facilitatorId !== about.row.facilitatorId ? told.before.facilitatorId : undefined;
  // The former facilitator's calendar gives the hour back.
  if (former) for (const reader of findUser(former)) send(about, reader, { news: "cancelled" });
}

function send(about: About, reader: Reader, told: Told): void {
  const { row } = about;
  const words = calendarWords(reader, about);
  const organizer = { name: about.facilitator, email: about.facilitatorEmail };
  const calendar = writeCalendar({
    method: told.news === "cancelled" ? "CANCEL" : "REQUEST",
    entries: [
      {
        uid: uidOf(row),
        sequence: row.sequence,
        changedAt: row.changedAt,
        isCancelled: told.news === "cancelled",
        when: spanOf(row),
        ...words,
        organizer,
        attendee: { name: reader.name, email: reader.email },
      },
    ],
  });
  const replyTo = reader.isStaff ? null : about.facilitatorEmail;
  const attachments = [calendarPart(calendar)];
  const mail = { ownerId: row.ownerId, kind: "appointment", ...(reader.isStaff ? {} : { providerId: row.providerId }) };
  queueMail({ ...mail, recipient: reader.email, replyTo, attachments, ...appointmentMail(reader, about, told) });
}

/** The same in every mail and feed, so that a change finds what it changes. */
export const uidOf = (row: { id: string }): string => `appointment-${row.id}@${new URL(config().appUrl).hostname}`;

export type About = ReturnType<typeof readAbout>;

function readAbout(appointmentId: string) {
  const found = db()
    .select({
      row: appointments,
      provider: providers.name,
      facilitator: users.name,
      facilitatorEmail: users.email,
      facilitatorPhone: users.phone,
      contact: contacts,
      office: organisations.name,
      officePhone: organisations.phone,
    })
    .from(appointments)
    .innerJoin(providers, eq(providers.id, appointments.providerId))
    .innerJoin(users, eq(users.id, appointments.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, appointments.ownerId))
    .leftJoin(contacts, eq(contacts.id, appointments.contactId))
    .where(eq(appointments.id, appointmentId))
    .get();
  if (!found) throw new NotFoundError("appointment");
  return found;
}

/** The contact who comes, or the host who booked without being a contact; and the facilitator unless they acted themselves. */
function readersOf(actor: Actor, { row, contact }: About): Reader[] {
  const guests = contact ? reachable(contact) : findHost(row.bookedById, row.providerId);
  const staff = actor.userId === row.facilitatorId ? [] : findUser(row.facilitatorId);
  return [...guests, ...staff];
}

const reachable = (contact: { name: string; email: string | null; locale: Locale; deletedAt: number | null }): Reader[] =>
  contact.email && contact.deletedAt === null
    ? [{ email: contact.email, name: contact.name, locale: contact.locale, isStaff: false }]
    : [];

function findUser(userId: string): Reader[] {
  const { email, name, locale } = users;
  const found = db().select({ email, name, locale }).from(users).where(eq(users.id, userId)).all();
  return found.map((one) => ({ ...one, isStaff: true }));
}

/** The login that booked, when it is one of the provider's own. */
function findHost(userId: string, providerId: string): Reader[] {
  const { email, name, locale } = users;
  const found = db()
    .selectDistinct({ email, name, locale })
    .from(users)
    .innerJoin(providerAccesses, eq(providerAccesses.userId, users.id))
    .where(and(eq(users.id, userId), eq(providerAccesses.providerId, providerId)))
    .all();
  return found.map((one) => ({ ...one, isStaff: false }));
}
