import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { establishmentSourceValues, sourceCorrections } from "~/db/schema/providers.server";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { correctionOf } from "./source-fields.model";
import { readCurrentValues } from "./source-fields.queries.server";

/**
 * Brings « À reporter dans le SIT » in line with an establishment (design 3.4): a field that differs
 * from what its source gave last is a correction to report; one that agrees again is closed. Called by
 * `refreshProvider`, in the transaction of the edit.
 */
export function noteSourceCorrections(ownerId: string, establishmentId: string): void {
  const given = db()
    .select()
    .from(establishmentSourceValues)
    .where(eq(establishmentSourceValues.establishmentId, establishmentId))
    .all();
  if (given.length === 0) return;
  const current = readCurrentValues(establishmentId);
  if (!current) return;
  const open = new Map(listOpen(establishmentId).map((row) => [`${row.source} ${row.field}`, row]));
  for (const { source, field, value } of given) {
    const correction = correctionOf(field, current.get(field) ?? null, value);
    const known = open.get(`${source} ${field}`);
    if (correction) keep({ ownerId, establishmentId, source, field, oldValue: value, ...correction }, known?.id);
    else if (known) close(known.id);
  }
}

function listOpen(establishmentId: string) {
  return db()
    .select()
    .from(sourceCorrections)
    .where(and(eq(sourceCorrections.establishmentId, establishmentId), isNull(sourceCorrections.closedAt)))
    .all();
}

type Correction = Omit<typeof sourceCorrections.$inferInsert, "id" | "createdAt">;

function keep(correction: Correction, knownId: string | undefined): void {
  const { oldValue, newValue } = correction;
  if (knownId) db().update(sourceCorrections).set({ oldValue, newValue }).where(eq(sourceCorrections.id, knownId)).run();
  else if (!isReported(correction))
    db()
      .insert(sourceCorrections)
      .values({ id: newId(), createdAt: now(), ...correction })
      .run();
}

/** Whether a person already marked this very correction as done: it waits for the next import, not for them. */
function isReported({ establishmentId, source, field, oldValue, newValue }: Correction): boolean {
  const rows = db()
    .select({ oldValue: sourceCorrections.oldValue, newValue: sourceCorrections.newValue })
    .from(sourceCorrections)
    .where(
      and(
        eq(sourceCorrections.establishmentId, establishmentId),
        eq(sourceCorrections.source, source),
        eq(sourceCorrections.field, field),
        isNotNull(sourceCorrections.closedAt),
      ),
    )
    .all();
  return rows.some((row) => row.oldValue === (oldValue ?? null) && row.newValue === (newValue ?? null));
}

function close(id: string): void {
  db().update(sourceCorrections).set({ closedAt: now() }).where(eq(sourceCorrections.id, id)).run();
}
