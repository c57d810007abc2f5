import { and, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { sessionEstablishments } from "~/db/schema/coaching.server";
import { recordProposals } from "~/db/schema/own-data.server";
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
import { isNone, type MergeField, placeFields, type Sides } from "./merge.model";

type Establishment = typeof establishments.$inferSelect;

interface Join {
  other: Establishment;
  kept: Establishment;
  choice: Sides;
}

/** The columns that a choice decides. */
const columns = {
  name: ["name"],
  kind: ["kind"],
  address: ["street", "postcode", "inseeCode", "communeName", "latitude", "longitude"],
  capacity: ["capacity"],
  registrationNumber: ["registrationNumber"],
  openingMonths: ["openingMonths"],
  languages: ["languages"],
} as const satisfies Partial<Record<MergeField, readonly (keyof Establishment)[]>>;
const fields = ["name", ...placeFields] as const;

/**
 * Joins an establishment to another: identities, labels, channels, states and corrections move; each field
 * is the one chosen, or what the other side has where that one has none; the name let go stays searchable.
 */
export function moveEstablishment({ other, kept, choice }: Join, at: number): void {
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
  const letGo = choice.name === "kept" ? other.name : kept.name;
  if (other.name !== kept.name)
    db().insert(establishmentNames).values({ id: newId(), establishmentId: kept.id, name: letGo }).run();
  db()
    .update(recordProposals)
    .set({ subjectId: kept.id })
    .where(and(eq(recordProposals.subject, "establishment"), eq(recordProposals.subjectId, other.id)))
    .run();
  db()
    .update(establishments)
    .set({ ...chosen(kept, other, choice), version: kept.version + 1 })
    .where(eq(establishments.id, kept.id))
    .run();
  db().update(establishments).set({ deletedAt: at }).where(eq(establishments.id, other.id)).run();
}

function chosen(kept: Establishment, other: Establishment, choice: Sides): Partial<Establishment> {
  const pairs = fields.flatMap((field) => {
    const [first, second] = choice[field] === "other" ? [other, kept] : [kept, other];
    return columns[field].map((name) => [name, isNone(first[name]) ? second[name] : first[name]]);
  });
  return Object.fromEntries(pairs);
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
