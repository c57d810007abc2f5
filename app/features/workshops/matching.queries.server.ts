import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { fold } from "~/lib/fold";
import type { ListedRegistration } from "./queries.server";

export interface Match {
  providerId: string;
  contactId: string | null;
  name: string;
}

/** For each unknown person, the office's provider that they most likely are: by mail address, else by the establishment's exact name. */
export function proposeMatches(actor: Actor, ownerId: string, people: readonly ListedRegistration[]): ReadonlyMap<string, Match> {
  const unknown = people.filter((one) => one.providerId === null);
  const byMail = findByMail(
    actor,
    ownerId,
    unknown.flatMap((one) => one.email ?? []),
  );
  const byName = unknown.some((one) => one.establishment) ? readNames(actor, ownerId) : new Map<string, Match>();
  const found = new Map<string, Match>();
  for (const one of unknown) {
    const match = byMail.get(one.email ?? "") ?? byName.get(fold(one.establishment));
    if (match) found.set(one.id, match);
  }
  return found;
}

function findByMail(actor: Actor, ownerId: string, emails: readonly string[]): Map<string, Match> {
  if (emails.length === 0) return new Map();
  const rows = db()
    .select({ email: contacts.email, contactId: contacts.id, providerId: providers.id, name: providers.name })
    .from(contacts)
    .innerJoin(providers, eq(providers.id, contacts.providerId))
    .where(and(coached(actor, ownerId), inArray(contacts.email, [...emails]), isNull(contacts.deletedAt)))
    .limit(2000)
    .all();
  return new Map(rows.map(({ email, ...match }) => [email ?? "", match]));
}

/** Names that one provider alone bears. */
function readNames(actor: Actor, ownerId: string): Map<string, Match> {
  const rows = db()
    .select({ id: providers.id, name: providers.name })
    .from(providers)
    .where(coached(actor, ownerId))
    .limit(10_000)
    .all();
  const names = new Map<string, Match | undefined>();
  for (const row of rows) {
    const key = fold(row.name);
    names.set(key, names.has(key) ? undefined : { providerId: row.id, contactId: null, name: row.name });
  }
  return new Map([...names].flatMap(([key, match]) => (match && key ? [[key, match]] : [])));
}

function coached(actor: Actor, ownerId: string) {
  return and(
    scope(actor, "provider.coach", { ownerId: providers.ownerId }),
    eq(providers.ownerId, ownerId),
    isNull(providers.deletedAt),
  );
}
