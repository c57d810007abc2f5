import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { sourceCorrections } from "~/db/schema/providers.server";
import { RuleError } from "~/lib/errors";
import { listPossibleReferents } from "./record.queries.server";

type Correction = Authorized<{ id: string; ownerId: string }, "provider.correct">;

/** Says who reports a correction to the source; null for nobody yet. Throws RuleError `unknownReferent`. */
export function assignCorrection(actor: Actor, correction: Correction, assigneeId: string | null): void {
  const { id, ownerId } = correction;
  run(actor, { name: "correction.assign", id, input: { assigneeId }, ownerId, isOnce: false }, () => {
    const isKnown = assigneeId === null || listPossibleReferents(ownerId).some((one) => one.id === assigneeId);
    if (!isKnown) throw new RuleError("unknownReferent", {}, "assigneeId");
    db().update(sourceCorrections).set({ assigneeId }).where(eq(sourceCorrections.id, id)).run();
  });
}

/** Marks a correction as reported; the next import that agrees would have closed it as well. */
export function closeCorrection(actor: Actor, correction: Correction): void {
  const { id, ownerId } = correction;
  run(actor, { name: "correction.close", id, input: null, ownerId, isOnce: false }, ({ now }) => {
    db().update(sourceCorrections).set({ closedAt: now }).where(eq(sourceCorrections.id, id)).run();
  });
}
