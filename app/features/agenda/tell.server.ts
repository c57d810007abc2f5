import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { providerAccesses, users } from "~/db/schema/accounts.server";
import { appointments } from "~/db/schema/agenda.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { renderMail } from "~/email/layout";
import { queueMail } from "~/email/outbox.server";
import { queueHostMail } from "~/features/accounts/host-mail.commands.server";
import type { Locale } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { calendarPart, writeCalendar } from "./calendar.server";
import { appointmentLetter, calendarWords } from "./emails.server";
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
  /** Who came by the record, and gets a page link. */
  contactId?: string;
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
  const attachments = [calendarPart(calendar)];
  const letter = appointmentLetter(reader, about, told);
  const mail = { kind: "appointment", ownerId: row.ownerId, recipient: reader.email, attachments };
  if (reader.isStaff) {
    queueMail({ ...mail, ...renderMail({ ...letter, locale: reader.locale }) });
    return;
  }
  const { locale, contactId } = reader;
  const host = { ...mail, providerId: row.providerId, contactId, locale, writerId: row.facilitatorId };
  queueHostMail(host, () => letter);
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

function reachable({ id, name, email, locale, deletedAt }: typeof contacts.$inferSelect): Reader[] {
  return email && deletedAt === null ? [{ email, name, locale, isStaff: false, contactId: id }] : [];
}

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
