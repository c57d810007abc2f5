import { and, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { channels, establishments, providers } from "~/db/schema/providers.server";
import type { channelKinds } from "~/lib/vocabulary";

// What the channels recorded say of a provider's presence online, by its establishments that are not
// deleted. A provider without a channel of the kind is unknown, not without: nobody has looked.

type ChannelKind = (typeof channelKinds)[number];

const any = (condition: SQL) => sql`max(${condition})`;
const isKind = (kind: ChannelKind) => sql`${channels.kind} = ${sql.raw(`'${kind}'`)}`;
const works = sql`${channels.state} NOT IN ('absent', 'broken') AND coalesce(${channels.url}, '') <> ''`;
const isHeld = sql`${channels.state} IN ('active', 'dormant')`;

/** One row a provider of these offices with a channel, `presence`: a site of one's own that answers; in https; a way to book online; a Google profile that the provider holds; what was noted, for or against; whether one is broken. */
export const presenceOf = (owners: readonly string[]): SQL => sql`(
  SELECT ${establishments.providerId} AS provider_id,
    ${any(sql`${isKind("website")} AND ${works}`)} AS own_site,
    ${any(sql`${isKind("website")} AND ${works} AND ${channels.url} LIKE 'https://%'`)} AS https,
    ${any(sql`${isKind("booking_tool")} AND ${works}`)} AS online_booking,
    ${any(sql`${isKind("google_profile")} AND ${isHeld}`)} AS google_profile,
    ${any(isKind("website"))} AS site_noted,
    ${any(isKind("booking_tool"))} AS booking_noted,
    ${any(sql`${isKind("google_profile")} AND ${channels.state} <> 'unknown'`)} AS profile_noted,
    ${any(sql`${channels.state} = 'broken'`)} AS broken
  FROM ${establishments} JOIN ${channels} ON ${channels.establishmentId} = ${establishments.id}
  WHERE ${and(inArray(establishments.ownerId, [...owners]), isNull(establishments.deletedAt))}
  GROUP BY ${establishments.providerId}) AS presence`;

/** What joins `presence` to the providers. */
export const ofProvider = sql`presence.provider_id = ${providers.id}`;

const told = (column: SQL) => sql`coalesce(${column}, 0)`;

/** What a provider has, where `presence` is joined. */
export const presenceConditions = {
  ownSite: told(sql`presence.own_site`),
  https: told(sql`presence.https`),
  onlineBooking: told(sql`presence.online_booking`),
  googleProfile: told(sql`presence.google_profile`),
};

/** Nothing was noted of it, for or against, where `presence` is joined. */
export const unknownConditions = {
  ownSite: sql`NOT ${told(sql`presence.site_noted`)}`,
  onlineBooking: sql`NOT ${told(sql`presence.booking_noted`)}`,
  googleProfile: sql`NOT ${told(sql`presence.profile_noted`)}`,
};

/** A channel is noted as broken, where `presence` is joined. */
export const isBroken = told(sql`presence.broken`);

/** The provider has this, where `presence` is not joined. */
export const hasPresence = (owners: readonly string[], what: keyof typeof presenceConditions): SQL =>
  sql`${providers.id} IN (SELECT presence.provider_id FROM ${presenceOf(owners)} WHERE ${presenceConditions[what]})`;
