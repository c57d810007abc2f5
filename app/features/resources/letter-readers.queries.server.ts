import { and, asc, eq, gt, isNotNull, isNull, or } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { newsletterReaders, newsletters } from "~/db/schema/resources.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { establishmentKinds } from "~/lib/vocabulary";

interface Asked {
  ownerId: string;
  /** The kind of main establishment; null for all. */
  forKind: string | null;
}

export type LetterReader = ReturnType<typeof listConsenting>[number];

/**
 * The contacts of an office who agreed to its letter, with where each stands: asked to confirm, confirmed, ended. Those
 * who left, who have no address or whose provider is gone are none; one line an address.
 */
export function listConsenting({ ownerId, forKind }: Asked) {
  const isThere = or(isNull(contacts.endsOn), gt(contacts.endsOn, dayAt(ownerId, now())));
  const agreed = and(isNotNull(contacts.newsletterConsentAt), isNotNull(contacts.email), isNull(contacts.deletedAt), isThere);
  const known = establishmentKinds.find((one) => one === forKind);
  const kind = known ? eq(providers.kind, known) : undefined;
  const rows = db()
    .select({
      contactId: contacts.id,
      name: contacts.name,
      email: contacts.email,
      locale: contacts.locale,
      providerId: providers.id,
      provider: providers.name,
      consentAt: contacts.newsletterConsentAt,
      askedAt: newsletterReaders.askedAt,
      confirmedAt: newsletterReaders.confirmedAt,
      endedAt: newsletterReaders.endedAt,
    })
    .from(contacts)
    .innerJoin(providers, and(eq(providers.id, contacts.providerId), isNull(providers.deletedAt)))
    .leftJoin(
      newsletterReaders,
      and(eq(newsletterReaders.contactId, contacts.id), eq(newsletterReaders.ownerId, contacts.ownerId)),
    )
    .where(and(eq(contacts.ownerId, ownerId), agreed, kind))
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(5000)
    .all();
  return oneEachAddress(rows.map((row) => ({ ...row, email: row.email ?? "" })));
}

/** Of those who share a mailbox, the one who confirmed, else the first. */
function oneEachAddress<T extends { email: string; confirmedAt: number | null }>(rows: readonly T[]): T[] {
  const chosen = new Map<string, T>();
  for (const row of rows) {
    const held = chosen.get(row.email);
    if (!held || (held.confirmedAt === null && row.confirmedAt !== null)) chosen.set(row.email, row);
  }
  return [...chosen.values()];
}

/** Who gets a letter sent from here: agreed, confirmed by a click of their own, and not taken off since. */
export const isReader = (row: Pick<LetterReader, "confirmedAt" | "endedAt">): boolean =>
  row.confirmedAt !== null && row.endedAt === null;

/** Who may still be asked to confirm: never asked, and not taken off. */
export const canBeAsked = (row: Pick<LetterReader, "askedAt" | "endedAt">): boolean =>
  row.askedAt === null && row.endedAt === null;

/** Where a contact stands with the letter of their office; undefined where the office never made one, or they have no address. */
export function findReading(contactId: string) {
  const row = db()
    .select({
      ownerId: contacts.ownerId,
      email: contacts.email,
      office: organisations.name,
      askedAt: newsletterReaders.askedAt,
      confirmedAt: newsletterReaders.confirmedAt,
      endedAt: newsletterReaders.endedAt,
    })
    .from(contacts)
    .innerJoin(organisations, eq(organisations.id, contacts.ownerId))
    .leftJoin(
      newsletterReaders,
      and(eq(newsletterReaders.contactId, contacts.id), eq(newsletterReaders.ownerId, contacts.ownerId)),
    )
    .where(and(eq(contacts.id, contactId), isNull(contacts.deletedAt)))
    .get();
  if (!row?.email || !hasLetter(row.ownerId)) return undefined;
  return { ownerId: row.ownerId, office: row.office, state: stateOf(row) };
}

type ReadingState = "none" | "asked" | "reads" | "refused";

function stateOf({ askedAt, confirmedAt, endedAt }: Pick<LetterReader, "askedAt" | "confirmedAt" | "endedAt">): ReadingState {
  if (endedAt !== null) return "refused";
  if (confirmedAt !== null) return "reads";
  return askedAt === null ? "none" : "asked";
}

function hasLetter(ownerId: string): boolean {
  const made = and(eq(newsletters.ownerId, ownerId), isNull(newsletters.deletedAt));
  return db().select({ id: newsletters.id }).from(newsletters).where(made).limit(1).get() !== undefined;
}
