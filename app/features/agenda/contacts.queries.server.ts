import { and, asc, eq, gte, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { contacts } from "~/db/schema/providers.server";
import { dayOfProvider } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";

/** The people of a provider today, for whoever may book for it: who comes, and whether a mail reaches them. */
export function listBookingContacts(providerId: string) {
  const today = dayOfProvider(providerId, now());
  const isThere = or(isNull(contacts.endsOn), gte(contacts.endsOn, today), eq(contacts.returnsEachSeason, true));
  return db()
    .select({ id: contacts.id, name: contacts.name, email: contacts.email, locale: contacts.locale })
    .from(contacts)
    .where(and(eq(contacts.providerId, providerId), isNull(contacts.deletedAt), isThere))
    .orderBy(asc(contacts.name))
    .limit(100)
    .all();
}

/** The contact of a provider who has the actor's own address; null when there is none. */
export function findOwnContactId(actor: Actor, providerId: string): string | null {
  const own = db().select({ email: users.email }).from(users).where(eq(users.id, actor.userId)).get();
  if (!own) return null;
  return listBookingContacts(providerId).find((one) => one.email?.toLowerCase() === own.email.toLowerCase())?.id ?? null;
}
