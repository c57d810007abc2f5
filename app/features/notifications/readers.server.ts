import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { notices } from "~/db/schema/notifications.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, establishments, providers } from "~/db/schema/providers.server";
import { isFullSeason } from "~/features/organisations/weeks.model";
import { formatList } from "~/i18n/format";
import type { Person } from "./choices.server";
import { readChoices } from "./choices.server";
import type { Reader } from "./model";
import { listOfMailbox, listProvidersOfLogin, listSharers } from "./told.queries.server";

export interface KnownReader extends Reader {
  person: Person;
  name: string;
  email: string | null;
  locale: "fr" | "en";
  providerId: string | null;
}

/** A person as the rules of mailing see them on this local day; undefined once their row is gone. */
export function findReader(person: Person, day: string): KnownReader | undefined {
  const finders = { contact: findContact, host: findHost, user: findUser };
  const known = finders[person.kind](person.id, day);
  return known && { ...known, person, lastMailedOn: lastMailedOn(person.id, known.email), frequencies: readChoices(person.id) };
}

function findContact(contactId: string, day: string) {
  const row = db()
    .select({ contact: contacts, providerDeletedAt: providers.deletedAt, seasonWeeks: organisations.seasonWeeks })
    .from(contacts)
    .innerJoin(providers, eq(providers.id, contacts.providerId))
    .leftJoin(organisations, eq(organisations.id, contacts.ownerId))
    .where(eq(contacts.id, contactId))
    .get();
  if (!row) return undefined;
  const { contact } = row;
  const isOver = contact.endsOn !== null && contact.endsOn <= day;
  return {
    isContact: true,
    hasLeft: isOver || contact.deletedAt !== null || row.providerDeletedAt !== null,
    hasAddress: contact.email !== null,
    prefersOtherWay: contact.preferredWay !== "mail",
    isInSeason: isFullSeason(day, row.seasonWeeks ?? [], openingMonthsOf(contact.providerId)),
    name: namesOf(contact),
    email: contact.email,
    locale: contact.locale,
    providerId: contact.providerId,
  };
}

/** Spouses who share a mailbox are greeted together. */
function namesOf(contact: { providerId: string; name: string; email: string | null; locale: "fr" | "en" }): string {
  const names = contact.email ? listSharers(contact.providerId, contact.email) : [];
  return names.length > 1 ? formatList(contact.locale, names) : contact.name;
}

/** A login whose address is no contact's: it hears of the providers that it may open that day. */
function findHost(userId: string, day: string) {
  const user = findUser(userId);
  const [providerId] = listProvidersOfLogin(userId, day);
  if (!user || !providerId) return user && { ...user, isContact: true, hasLeft: true, providerId: null };
  const office = db()
    .select({ weeks: organisations.seasonWeeks })
    .from(providers)
    .innerJoin(organisations, eq(organisations.id, providers.ownerId))
    .where(and(eq(providers.id, providerId), isNull(providers.deletedAt)))
    .get();
  const isInSeason = isFullSeason(day, office?.weeks ?? [], openingMonthsOf(providerId));
  return { ...user, isContact: true, hasLeft: user.hasLeft || !office, isInSeason, providerId };
}

function findUser(userId: string) {
  const row = db().select().from(users).where(eq(users.id, userId)).get();
  if (!row) return undefined;
  return {
    isContact: false,
    hasLeft: row.suspendedAt !== null,
    hasAddress: true,
    prefersOtherWay: false,
    isInSeason: false,
    name: row.name,
    email: row.email,
    locale: row.locale,
    providerId: null,
  };
}

function openingMonthsOf(providerId: string): number[] {
  const row = db()
    .select({ months: establishments.openingMonths })
    .from(establishments)
    .where(and(eq(establishments.providerId, providerId), eq(establishments.isMain, true), isNull(establishments.deletedAt)))
    .get();
  return row?.months ?? [];
}

/** The last day that this mailbox got a digest: someone with several establishments is one reader. */
function lastMailedOn(personId: string, email: string | null): string | null {
  const ids = [personId, ...(email ? listOfMailbox(email) : [])];
  const row = db()
    .select({ on: notices.mailedOn })
    .from(notices)
    .where(and(inArray(notices.personId, ids), isNotNull(notices.mailedOn)))
    .orderBy(desc(notices.mailedOn))
    .limit(1)
    .get();
  return row?.on ?? null;
}
