import { type SQL, sql } from "drizzle-orm";
import { channels, establishments, providers } from "~/db/schema/providers.server";
import type { channelKinds } from "~/lib/vocabulary";

// What the channels recorded say of a provider's presence online, by its establishments that are not
// deleted. A provider without a channel of the kind is unknown, not without: nobody has looked.

type ChannelKind = (typeof channelKinds)[number];

function hasChannel(kind: ChannelKind, condition: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM ${establishments} JOIN ${channels} ON ${channels.establishmentId} = ${establishments.id}
    WHERE ${establishments.providerId} = ${providers.id} AND ${establishments.deletedAt} IS NULL
      AND ${channels.kind} = ${kind} AND ${condition})`;
}

const works = sql`${channels.state} NOT IN ('absent', 'broken') AND coalesce(${channels.url}, '') <> ''`;
const isHeld = sql`${channels.state} IN ('active', 'dormant')`;
const isAny = sql`1`;

/** A site of one's own that answers; in https; a way to book online; a Google profile that the provider holds. */
export const presenceConditions = {
  ownSite: () => hasChannel("website", works),
  https: () => hasChannel("website", sql`${works} AND ${channels.url} LIKE 'https://%'`),
  onlineBooking: () => hasChannel("booking_tool", works),
  googleProfile: () => hasChannel("google_profile", isHeld),
};

/** Nothing was noted of it, for or against. */
export const unknownConditions = {
  ownSite: () => sql`NOT ${hasChannel("website", isAny)}`,
  onlineBooking: () => sql`NOT ${hasChannel("booking_tool", isAny)}`,
  googleProfile: () => sql`NOT ${hasChannel("google_profile", sql`${channels.state} <> 'unknown'`)}`,
};

/** A channel is noted as broken. */
export const brokenCondition =
  (): SQL => sql`EXISTS (SELECT 1 FROM ${establishments} JOIN ${channels} ON ${channels.establishmentId} = ${establishments.id}
  WHERE ${establishments.providerId} = ${providers.id} AND ${establishments.deletedAt} IS NULL AND ${channels.state} = 'broken')`;
