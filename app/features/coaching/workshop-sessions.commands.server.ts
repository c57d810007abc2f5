import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { summariseSession } from "~/features/figures/commands.server";
import { countSupports } from "~/features/figures/model";
import { newId } from "~/lib/ids";
import { readFact } from "./facts.server";
import { type Expected, participantRows } from "./model";
import { readRelated } from "./related.server";
import type { OfficePeople } from "./shares.model";
import { type Guest, writeShares } from "./shares.server";

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

/**
 * Writes what each office takes of a pooled session, in the place of what stood, and each one's figures
 * follow; in the transaction that is open. Minutes follow the session's own length.
 */
export function shareSession(sessionId: string, people: readonly OfficePeople[], guests: readonly Guest[]): void {
  const before = readFact(sessionId);
  writeShares(sessionId, people, guests);
  summariseSession(before, readFact(sessionId));
}
