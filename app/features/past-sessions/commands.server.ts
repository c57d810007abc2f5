import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { countTakenOver } from "~/features/coaching/taken-over.commands.server";
import { noteCounted } from "~/features/imports/commands.server";

/** Lets the sessions of a batch into the figures, or keeps them out; throws ForbiddenError for who logs none. */
export function countBatch(
  actor: Actor,
  row: Authorized<{ id: string; ownerId: string }, "provider.import">,
  isCounted: boolean,
): void {
  const office = authorize(actor, "coaching.log", { id: row.ownerId, ownerId: row.ownerId, zone: "" });
  countTakenOver(actor, office, { importId: row.id, isCounted });
  noteCounted(actor, row, isCounted);
}
