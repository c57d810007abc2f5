import type { Actor } from "~/access/actor";
import { correctAttendance } from "~/features/coaching/workshop-sessions.commands.server";
import { reviseCertificates } from "./certificates.commands.server";
import { findWorkshop } from "./seats.server";
import { participantsOf } from "./session.server";
import { writeShares } from "./shares.server";

/** After a held workshop's attendance was corrected: the session and what hangs on it follow. */
export function afterCorrection(
  actor: Actor,
  workshopId: string,
  { at, reason }: { at: number; reason: string | undefined },
): void {
  const row = findWorkshop(workshopId);
  if (!row?.sessionId) return;
  correctAttendance(actor, row.sessionId, { participants: participantsOf(row), headCount: row.headCount, reason });
  writeShares(row, row.sessionId);
  reviseCertificates(actor, row, at);
}
