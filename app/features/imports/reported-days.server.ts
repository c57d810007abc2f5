import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { importRecords } from "~/db/schema/imports.server";
import { touchesReport } from "~/features/figures/reported.queries.server";
import { RuleError } from "~/lib/errors";
import type { ImportRow } from "./stored.server";

/** Whether rows that wait to be taken over, and will count, are of a period that a finished report told. */
export function isComingReported({ id, ownerId, content, isCounted }: ImportRow): boolean {
  if (content !== "past_sessions" || !isCounted) return false;
  const day = sql<string | null>`json_extract(${importRecords.record}, '$.values.heldOn')`;
  return touchesReport(ownerId, () =>
    db()
      .selectDistinct({ day })
      .from(importRecords)
      .where(and(eq(importRecords.importId, id), eq(importRecords.verdict, "new")))
      .all()
      .flatMap((row) => row.day ?? []),
  );
}

/** The same of the sessions that were taken over, in the figures or kept out of them. */
export function isBatchReported({ id, ownerId, content }: ImportRow, { isCounted }: { isCounted?: boolean } = {}): boolean {
  if (content !== "past_sessions") return false;
  const own = and(eq(coachingSessions.importId, id), isNull(coachingSessions.deletedAt));
  const asked = isCounted === undefined ? own : and(own, eq(coachingSessions.isCounted, isCounted));
  return touchesReport(ownerId, () =>
    db()
      .selectDistinct({ day: coachingSessions.heldOn })
      .from(coachingSessions)
      .where(asked)
      .all()
      .map((row) => row.day),
  );
}

/** Throws RuleError `importReason` where a finished report is touched and nobody says why. */
export function refuseWithoutReason(isReported: boolean, reason: string | null | undefined): void {
  if (isReported && !reason) throw new RuleError("importReason", {}, "reportReason");
}
