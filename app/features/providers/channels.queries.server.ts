import { and, asc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { channels, establishments } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";

const columns = {
  id: channels.id,
  ownerId: establishments.ownerId,
  providerId: establishments.providerId,
  establishmentId: channels.establishmentId,
  kind: channels.kind,
  service: channels.service,
  url: channels.url,
  state: channels.state,
  checkedOn: channels.checkedOn,
};

/** The digital channels of all the provider's establishments, by kind. */
export function listChannels(actor: Actor, providerId: string) {
  return db()
    .select(columns)
    .from(channels)
    .innerJoin(establishments, eq(establishments.id, channels.establishmentId))
    .where(and(visible(actor, "provider.view"), eq(establishments.providerId, providerId)))
    .orderBy(asc(channels.kind), asc(channels.createdAt), asc(channels.id))
    .limit(300)
    .all();
}

/** One channel in the scope of `permission`; throws NotFoundError out of sight. */
export function getChannel(actor: Actor, channelId: string, permission: Permission) {
  const row = db()
    .select(columns)
    .from(channels)
    .innerJoin(establishments, eq(establishments.id, channels.establishmentId))
    .where(and(visible(actor, permission), eq(channels.id, channelId)))
    .get();
  if (!row) throw new NotFoundError("channel");
  return row;
}

function visible(actor: Actor, permission: Permission) {
  return and(scope(actor, permission, establishments), isNull(establishments.deletedAt));
}

/** What a channel's form showed, one text: the row has no version of its own. */
export function channelMark(row: {
  kind: string;
  service: string | null;
  url: string | null;
  state: string;
  checkedOn: string | null;
}): string {
  return [row.kind, row.service, row.url, row.state, row.checkedOn].join("|");
}
