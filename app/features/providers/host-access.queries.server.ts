import { and, desc, eq, gt, gte, isNull, lte, ne, or } from "drizzle-orm";
import { db } from "~/db/client.server";
import { providerAccesses, users } from "~/db/schema/accounts.server";
import { contacts } from "~/db/schema/providers.server";

interface Person {
  providerId: string;
  email: string | null;
}

/** The login of a contact's own address to its provider, open on that day; undefined without one. */
export function findHostAccess({ providerId, email }: Person, day: string) {
  if (!email) return undefined;
  const { id, startsOn, endsOn, userId } = providerAccesses;
  return db()
    .select({ id, startsOn, endsOn, userId })
    .from(providerAccesses)
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        eq(providerAccesses.providerId, providerId),
        eq(users.email, email.toLowerCase()),
        lte(startsOn, day),
        or(isNull(endsOn), gte(endsOn, day)),
      ),
    )
    .orderBy(desc(startsOn))
    .get();
}

/** Whether somebody else of the provider still reads the same mailbox on that day: a spouse keeps the login. */
export function isMailboxShared({ id, providerId, email }: Person & { id: string }, day: string): boolean {
  const { endsOn, deletedAt } = contacts;
  const still = and(isNull(deletedAt), or(isNull(endsOn), gt(endsOn, day)));
  const same = and(eq(contacts.providerId, providerId), eq(contacts.email, email ?? ""), ne(contacts.id, id));
  return db().select({ id: contacts.id }).from(contacts).where(and(same, still)).get() !== undefined;
}

/** The login of an address, whoever's it is. */
export function findLogin(email: string) {
  return db().select({ id: users.id }).from(users).where(eq(users.email, email.toLowerCase())).get();
}
