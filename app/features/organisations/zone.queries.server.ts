import { eq, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { builtOnce, db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";

/** The local day of an instant at an organisation, whose zone time belongs to (design §2). */
export const dayAt = (organisationId: string, instant: number): string => dayIn(zoneOf(organisationId), instant);

/** The local hour there, 0 to 23. */
export const hourAt = (organisationId: string, instant: number): number =>
  Number(
    new Intl.DateTimeFormat("en-GB", { timeZone: zoneOf(organisationId), hour: "2-digit", hourCycle: "h23" }).format(instant),
  );

/** The local day where a provider's owner is. */
export function dayOfProvider(providerId: string, instant: number): string {
  return dayAt(ownerOf(providerId), instant);
}

/** The local day where a contact's owner is. */
export function dayOfContact(contactId: string, instant: number): string {
  const row = db().select({ ownerId: contacts.ownerId }).from(contacts).where(eq(contacts.id, contactId)).get();
  return dayAt(row?.ownerId ?? "", instant);
}

/** The local day for an actor, now. */
export const todayOf = (actor: Actor): string => dayIn(zoneOfActor(actor), now());

/** The local day, now, of offices that are read together: the first one's, as those of a territory share a zone. */
export const todayIn = (organisationIds: readonly string[]): string => dayAt(organisationIds[0] ?? "", now());

/** The zone that an actor lives by: of the office whose forms come first, else of their first; a host's, of its first provider's office. */
export function zoneOfActor(actor: Actor): string {
  const { currentOrganisationId, memberships, key, providerIds } = actor;
  const office = currentOrganisationId ?? memberships[0]?.organisationId ?? key?.organisationId;
  return zoneOf(office ?? ownerOf(providerIds[0] ?? ""));
}

/** The zone of an organisation, Paris’s for none. */
export function zoneOf(organisationId: string): string {
  return itsZone().get({ organisation: organisationId })?.zone ?? "Europe/Paris";
}

const itsZone = builtOnce((orm) =>
  orm
    .select({ zone: organisations.zone })
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder("organisation")))
    .prepare(),
);

function ownerOf(providerId: string): string {
  const row = db().select({ ownerId: providers.ownerId }).from(providers).where(eq(providers.id, providerId)).get();
  return row?.ownerId ?? "";
}
