import { count, eq, inArray, max } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { establishmentIdentities } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { listChannels } from "~/features/providers/channels.queries.server";
import { listEstablishmentRecords } from "~/features/providers/establishments.queries.server";
import { now } from "~/lib/clock";
import { type Evidence, evidenceOf } from "./evidence.model";

/**
 * What the record of a provider says today of each of its establishments that is neither closed nor
 * sold, within the actor's scope; nothing out of sight. Today is the owner's.
 */
export function listRecordEvidence(actor: Actor, provider: { id: string; ownerId: string }): Evidence[] {
  const today = dayAt(provider.ownerId, now());
  const channels = listChannels(actor, provider.id);
  const places = listEstablishmentRecords(actor, provider.id).filter((place) => isThere(place.states, today));
  const removed = readRemoved(places.map((place) => place.id));
  return places.flatMap((place) =>
    evidenceOf(
      {
        ...place,
        channels: channels.filter((channel) => channel.establishmentId === place.id),
        removedBySourceOn: removed.get(place.id) ?? null,
      },
      today,
    ),
  );
}

/** States come with the newest first. */
function isThere(states: readonly { state: string; fromOn: string }[], today: string): boolean {
  const current = states.find((state) => state.fromOn <= today)?.state;
  return current !== "closed" && current !== "sold";
}

/** The day that the last source took an establishment off its list; none while another still has it. */
function readRemoved(ids: readonly string[]): Map<string, string> {
  const { establishmentId, removedBySourceOn } = establishmentIdentities;
  const rows = db()
    .select({ establishmentId, day: max(removedBySourceOn) })
    .from(establishmentIdentities)
    .where(inArray(establishmentId, [...ids]))
    .groupBy(establishmentId)
    .having(eq(count(), count(removedBySourceOn)))
    .all();
  return new Map(rows.flatMap((row) => (row.day ? [[row.establishmentId, row.day]] : [])));
}
