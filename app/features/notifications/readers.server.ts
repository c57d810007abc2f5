import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { notices } from "~/db/schema/notifications.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, establishments, providers } from "~/db/schema/providers.server";
import type { Person } from "./choices.server";
import { readChoices } from "./choices.server";
import { isFullSeason, type Reader } from "./model";

export interface KnownReader extends Reader {
  person: Person;
  name: string;
  email: string | null;
  locale: "fr" | "en";
  providerId: string | null;
}

/** A person as the rules of mailing see them on this local day; undefined once their row is gone. */
export function findReader(person: Person, day: string): KnownReader | undefined {
  const known = person.kind === "contact" ? findContact(person.id, day) : findUser(person.id);
  return known && { ...known, person, lastMailedOn: lastMailedOn(person.id), frequencies: readChoices(person.id) };
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
    name: contact.name,
    email: contact.email,
    locale: contact.locale,
    providerId: contact.providerId,
  };
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

function lastMailedOn(personId: string): string | null {
  const row = db()
    .select({ on: notices.mailedOn })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNotNull(notices.mailedOn)))
    .orderBy(desc(notices.mailedOn))
    .limit(1)
    .get();
  return row?.on ?? null;
}
