import { and, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { sessionEstablishments } from "~/db/schema/coaching.server";
import {
  channels,
  establishmentIdentities,
  establishmentLabels,
  establishmentNames,
  establishmentSourceValues,
  establishmentStates,
  establishments,
  sourceCorrections,
} from "~/db/schema/providers.server";
import { newId } from "~/lib/ids";

type Establishment = typeof establishments.$inferSelect;

/**
 * Joins an establishment to another: identities, labels, channels, states and corrections move, what
 * the survivor lacks is filled from the other, whose name stays searchable as a former one.
 */
export function moveEstablishment(other: Establishment, kept: Establishment, at: number): void {
  for (const table of [
    establishmentIdentities,
    establishmentLabels,
    establishmentStates,
    establishmentNames,
    sourceCorrections,
  ]) {
    db().update(table).set({ establishmentId: kept.id }).where(eq(table.establishmentId, other.id)).run();
  }
  moveUnlessHeld(other.id, kept.id);
  if (other.name !== kept.name)
    db().insert(establishmentNames).values({ id: newId(), establishmentId: kept.id, name: other.name }).run();
  db()
    .update(establishments)
    .set({ ...filledFrom(kept, other), version: kept.version + 1 })
    .where(eq(establishments.id, kept.id))
    .run();
  db().update(establishments).set({ deletedAt: at }).where(eq(establishments.id, other.id)).run();
}

/** What the survivor lacks, from the other. */
function filledFrom(kept: Establishment, other: Establishment) {
  return {
    street: kept.street ?? other.street,
    postcode: kept.postcode ?? other.postcode,
    inseeCode: kept.inseeCode ?? other.inseeCode,
    communeName: kept.communeName ?? other.communeName,
    latitude: kept.latitude ?? other.latitude,
    longitude: kept.longitude ?? other.longitude,
    capacity: kept.capacity ?? other.capacity,
    registrationNumber: kept.registrationNumber ?? other.registrationNumber,
  };
}

/** Rows that the survivor may hold already: those stay with the joined establishment's history. */
function moveUnlessHeld(otherId: string, keptId: string): void {
  const sameAddress = sql`url IN (SELECT url FROM channels WHERE establishment_id = ${keptId})`;
  db()
    .delete(channels)
    .where(and(eq(channels.establishmentId, otherId), isNotNull(channels.url), sameAddress))
    .run();
  db().update(channels).set({ establishmentId: keptId }).where(eq(channels.establishmentId, otherId)).run();
  const held = sql`NOT EXISTS (SELECT 1 FROM establishment_source_values h WHERE h.establishment_id = ${keptId}
    AND h.source = establishment_source_values.source AND h.field = establishment_source_values.field)`;
  db()
    .update(establishmentSourceValues)
    .set({ establishmentId: keptId })
    .where(and(eq(establishmentSourceValues.establishmentId, otherId), held))
    .run();
  const ticked = sql`session_id NOT IN (SELECT session_id FROM session_establishments WHERE establishment_id = ${keptId})`;
  db()
    .update(sessionEstablishments)
    .set({ establishmentId: keptId })
    .where(and(eq(sessionEstablishments.establishmentId, otherId), ticked))
    .run();
}
