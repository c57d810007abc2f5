import { db } from "~/db/client.server";
import { reportedChanges } from "~/db/schema/reports.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { isReported } from "./reported.queries.server";

export interface ReportedChange {
  ownerId: string;
  sessionId: string;
  change: "logged" | "corrected" | "deleted" | "restored" | "attendance" | "takenOver" | "withdrawn";
  /** ISO days. */
  heldOn: string;
  heldBefore?: string | undefined;
  reason: string | undefined;
  actorId: string;
  at: number;
}

/**
 * Keeps why a session of a finished report's period was changed, in the caller's transaction; nothing outside
 * such a period. Throws RuleError `reportReason` for a session logged, corrected or deleted without a reason.
 */
export function explainChange({ at, reason, ...given }: ReportedChange): void {
  const days = given.heldBefore ? [given.heldOn, given.heldBefore] : [given.heldOn];
  if (!isReported(given.ownerId, days)) return;
  if (!reason && given.change !== "restored") throw new RuleError("reportReason", {}, "reportReason");
  const { heldBefore = null, ...row } = given;
  db()
    .insert(reportedChanges)
    .values({ id: newId(), ...row, heldBefore, reason: reason ?? "", createdAt: at })
    .run();
}
