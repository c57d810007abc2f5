import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { countTakenOver } from "~/features/coaching/taken-over.commands.server";
import { noteCounted } from "~/features/imports/commands.server";

/** Lets the sessions of a batch into the figures, or keeps them out; throws ForbiddenError for who logs none, RuleError `reportReason`. */
export function countBatch(
  actor: Actor,
  row: Authorized<{ id: string; ownerId: string }, "provider.import">,
  { isCounted, reason }: { isCounted: boolean; reason: string | undefined },
): void {
  const office = authorize(actor, "coaching.log", { id: row.ownerId, ownerId: row.ownerId, zone: "" });
  countTakenOver(actor, office, { importId: row.id, isCounted, reason });
  noteCounted(actor, row, isCounted);
}
