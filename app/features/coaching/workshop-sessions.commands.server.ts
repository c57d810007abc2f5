import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionParticipants, sessionShares } from "~/db/schema/coaching.server";
import { summariseSession } from "~/features/figures/commands.server";
import { countSupports } from "~/features/figures/model";
import { newId } from "~/lib/ids";
import { readFact } from "./facts.server";
import { type Expected, participantRows } from "./model";
import { readRelated } from "./related.server";

/**
 * Takes a corrected attendance over into the session that the workshop wrote, what was added to it
 * since kept; figures follow. Nothing where the session is gone.
 */
export function correctAttendance(
  actor: Actor,
  sessionId: string,
  attendance: { participants: readonly Expected[]; headCount: number },
): void {
  const command = { name: "coaching.correctAttendance", id: sessionId, input: attendance, isOnce: false };
  run(actor, command, ({ revise }) => {
    const before = readFact(sessionId);
    const row = db().select().from(coachingSessions).where(eq(coachingSessions.id, sessionId)).get();
    if (!before || !row) return;
    revise("coaching_sessions", { ...row, ...readRelated(sessionId) });
    const { participants, headCount } = attendance;
    const rows = participantRows(participants, headCount);
    db().delete(sessionParticipants).where(eq(sessionParticipants.sessionId, sessionId)).run();
    for (const one of rows)
      db()
        .insert(sessionParticipants)
        .values({ id: newId(), sessionId, ...one })
        .run();
    db()
      .update(coachingSessions)
      .set({ headCount, supports: countSupports(row.kind, rows, headCount), version: row.version + 1 })
      .where(eq(coachingSessions.id, sessionId))
      .run();
    summariseSession(before, readFact(sessionId));
  });
}

/** One office's part of a pooled session. */
export interface Share {
  organisationId: string;
  minutes: number;
  supports: number;
}

/** Writes what each office takes of a pooled session, in the place of what stood; in the transaction that is open. */
export function shareSession(sessionId: string, shares: readonly Share[]): void {
  db().delete(sessionShares).where(eq(sessionShares.sessionId, sessionId)).run();
  for (const share of shares)
    db()
      .insert(sessionShares)
      .values({ sessionId, ...share })
      .run();
}
