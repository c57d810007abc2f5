import { eq, getTableColumns, inArray } from "drizzle-orm";
import { db } from "~/db/client.server";
import { communes } from "~/db/schema/organisations.server";
import { channels, contacts, establishmentIdentities, establishments } from "~/db/schema/providers.server";
import { newsletterReaders } from "~/db/schema/resources.server";
import { listFormerNames, listLabels, listStates } from "~/features/providers/establishments.queries.server";
import { listPartnerships } from "~/features/providers/record.queries.server";

/** What its record says of a provider, for its own export; the caller has found the provider in scope. */
export function exportRecord(providerId: string) {
  return {
    partnerships: listPartnerships(providerId),
    establishments: listPlaces(providerId),
    contacts: db().select().from(contacts).where(eq(contacts.providerId, providerId)).all(),
    letters: listLetterReadings(providerId),
  };
}

function listPlaces(providerId: string) {
  const { source, externalId, establishmentId } = establishmentIdentities;
  const rows = db()
    .select({ ...getTableColumns(establishments), commune: communes.name })
    .from(establishments)
    .leftJoin(communes, eq(communes.inseeCode, establishments.inseeCode))
    .where(eq(establishments.providerId, providerId))
    .all();
  return rows.map((place) => ({
    ...place,
    states: listStates(place.id),
    labels: listLabels(place.id),
    formerNames: listFormerNames(place.id),
    channels: db().select().from(channels).where(eq(channels.establishmentId, place.id)).all(),
    sources: db().select({ source, externalId }).from(establishmentIdentities).where(eq(establishmentId, place.id)).all(),
  }));
}

/** What its people said of the office's letter: asked, confirmed, ended. */
function listLetterReadings(providerId: string) {
  const people = db().select({ id: contacts.id }).from(contacts).where(eq(contacts.providerId, providerId));
  return db().select().from(newsletterReaders).where(inArray(newsletterReaders.contactId, people)).all();
}
