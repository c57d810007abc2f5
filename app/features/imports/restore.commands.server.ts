import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { establishments } from "~/db/schema/providers.server";
import { refreshProvider } from "~/features/providers/refresh.commands.server";
import { readCurrentValues, readSourceValues } from "~/features/providers/source-fields.queries.server";
import { NotFoundError } from "~/lib/errors";
import { writeFields } from "./field-writes.server";

interface Correction {
  id: string;
  ownerId: string;
  establishmentId: string;
  source: string;
  field: string;
}

/**
 * « Reprendre la valeur de la source »: what the source gave last takes the place of a person's correction, whose
 * line closes. A list gets back what the source gave; what a person added to it stays.
 */
export function restoreSourceValue(actor: Actor, correction: Authorized<Correction, "provider.correct">): void {
  const { id, ownerId, establishmentId, source, field } = correction;
  run(actor, { name: "correction.restore", id, input: null, ownerId, isOnce: false }, ({ now, revise }) => {
    const row = db().select().from(establishments).where(eq(establishments.id, establishmentId)).get();
    if (!row) throw new NotFoundError("establishment");
    const value = readSourceValues(establishmentId, source).get(field) ?? null;
    const current = readCurrentValues(establishmentId)?.get(field) ?? null;
    revise("establishments", { ...row, changed: [field] });
    writeFields({ ownerId, providerId: row.providerId, establishmentId, at: now }, [{ field, value, last: value, current }]);
    refreshProvider(row.providerId);
  });
}
