import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { db } from "~/db/client.server";
import { providerAccesses, users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts } from "~/db/schema/providers.server";
import { dayOfProvider } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import type { Person } from "./choices.server";

/**
 * Who hears of a provider's news today: its contacts, one for a mailbox that several share, and the
 * logins whose address is no contact's. Who of them gets a mail is decided when it leaves.
 */
export function listTold(providerId: string): Person[] {
  const today = dayOfProvider(providerId, now());
  const still = or(isNull(contacts.endsOn), gt(contacts.endsOn, today));
  const rows = db()
    .select({ id: contacts.id, email: contacts.email })
    .from(contacts)
    .where(and(eq(contacts.providerId, providerId), isNull(contacts.deletedAt), still))
    .orderBy(contacts.createdAt, contacts.id)
    .limit(50)
    .all();
  const mailboxes = new Map<string, Person>();
  for (const { id, email } of rows) if (!mailboxes.has(email ?? id)) mailboxes.set(email ?? id, { kind: "contact", id });
  const hosts = listLogins([providerId], today).filter(({ email }) => !mailboxes.has(email));
  return [...mailboxes.values(), ...hosts.map(({ id }): Person => ({ kind: "host", id }))];
}

/** The names of the people of a provider who read the same mailbox, in the order that they were added. */
export function listSharers(providerId: string, email: string): string[] {
  const shared = and(eq(contacts.providerId, providerId), eq(contacts.email, email), isNull(contacts.deletedAt));
  const still = or(isNull(contacts.endsOn), gt(contacts.endsOn, dayOfProvider(providerId, now())));
  const rows = db()
    .select({ name: contacts.name })
    .from(contacts)
    .where(and(shared, still))
    .orderBy(contacts.createdAt, contacts.id);
  return rows
    .limit(4)
    .all()
    .map((row) => row.name);
}

/** Everybody who reads this mailbox: contacts of any provider and office, and the login. */
export function listOfMailbox(email: string): string[] {
  const owners = db().select({ id: organisations.id }).from(organisations);
  const people = db()
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(inArray(contacts.ownerId, owners), eq(contacts.email, email)))
    .all();
  const login = db().select({ id: users.id }).from(users).where(eq(users.email, email)).all();
  return [...people, ...login].map((row) => row.id);
}

/** The providers that a login may open on this day. */
export function listProvidersOfLogin(userId: string, today: string): string[] {
  const { providerId, startsOn, endsOn } = providerAccesses;
  const holds = and(lte(startsOn, today), or(isNull(endsOn), gt(endsOn, today)));
  const rows = db()
    .select({ providerId })
    .from(providerAccesses)
    .where(and(eq(providerAccesses.userId, userId), holds));
  return rows
    .limit(50)
    .all()
    .map((row) => row.providerId);
}

function listLogins(providerIds: readonly string[], today: string) {
  const { providerId, startsOn, endsOn } = providerAccesses;
  const holds = and(lte(startsOn, today), or(isNull(endsOn), gt(endsOn, today)), isNull(users.suspendedAt));
  return db()
    .selectDistinct({ id: users.id, email: users.email })
    .from(providerAccesses)
    .innerJoin(users, eq(users.id, providerAccesses.userId))
    .where(and(inArray(providerId, [...providerIds]), holds))
    .limit(50)
    .all();
}
