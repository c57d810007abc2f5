import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { communes } from "~/db/schema/organisations.server";
import { contacts, establishmentNames, establishments, providers } from "~/db/schema/providers.server";
import { providerSearchText, searchablePhone } from "./model";
import { noteSourceCorrections } from "./source-corrections.commands.server";

/**
 * Brings what lists and search read (`searchText`, `kind`, `inseeCode`) and « À reporter dans le SIT »
 * in line with the provider's rows. Every command that changes a name, a place, a kind or a contact calls it in its own transaction.
 */
export function refreshProvider(providerId: string, { isJustImported = false } = {}): void {
  const provider = db()
    .select({ name: providers.name, ownerId: providers.ownerId })
    .from(providers)
    .where(eq(providers.id, providerId))
    .get();
  if (!provider) return;
  const places = readPlaces(providerId);
  const people = readPeople(providerId);
  const words = [
    provider.name,
    ...places.flatMap((one) => [one.name, one.communeName, one.commune, one.postcode]),
    ...readFormerNames(providerId),
    ...people.flatMap((one) => [one.name, searchablePhone(one.phone)]),
  ];
  const main = places[0];
  const place = main ? { kind: main.kind, inseeCode: main.inseeCode } : {};
  db()
    .update(providers)
    .set({ searchText: providerSearchText(words), ...place })
    .where(eq(providers.id, providerId))
    .run();
  // What an import has just made is what its source says: there is nothing to correct there.
  if (isJustImported) return;
  for (const place of places) noteSourceCorrections(provider.ownerId, place.id);
}

/** The main establishment first, else the oldest. */
function readPlaces(providerId: string) {
  return db()
    .select({
      id: establishments.id,
      name: establishments.name,
      kind: establishments.kind,
      inseeCode: establishments.inseeCode,
      communeName: establishments.communeName,
      postcode: establishments.postcode,
      commune: communes.name,
    })
    .from(establishments)
    .leftJoin(communes, eq(communes.inseeCode, establishments.inseeCode))
    .where(and(eq(establishments.providerId, providerId), isNull(establishments.deletedAt)))
    .orderBy(desc(establishments.isMain), asc(establishments.createdAt), asc(establishments.id))
    .all();
}

function readFormerNames(providerId: string): string[] {
  const rows = db()
    .select({ name: establishmentNames.name })
    .from(establishmentNames)
    .innerJoin(establishments, eq(establishments.id, establishmentNames.establishmentId))
    .where(and(eq(establishments.providerId, providerId), isNull(establishments.deletedAt)))
    .all();
  return rows.map((row) => row.name);
}

function readPeople(providerId: string) {
  return db()
    .select({ name: contacts.name, phone: contacts.phone })
    .from(contacts)
    .where(and(eq(contacts.providerId, providerId), isNull(contacts.deletedAt)))
    .all();
}
