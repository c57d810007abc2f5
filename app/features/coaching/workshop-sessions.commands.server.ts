import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { summariseSession } from "~/features/figures/commands.server";
import { countSupports } from "~/features/figures/model";
import { explainChange } from "~/features/figures/reported.commands.server";
import { newId } from "~/lib/ids";
import { readFact } from "./facts.server";
import { type Expected, participantRows } from "./model";
import { readRelated } from "./related.server";
import type { OfficePeople } from "./shares.model";
import { type Guest, writeShares } from "./shares.server";

/**
 * Takes a corrected attendance over into the session that the workshop wrote, what was added to it
 * since kept; figures follow. Nothing where the session is gone. Throws RuleError `reportReason` where somebody's
 * presence changes on a day that a finished report told, and nobody says why.
 */
export function correctAttendance(
  actor: Actor,
  sessionId: string,
  attendance: { participants: readonly Expected[]; headCount: number; reason: string | undefined },
): void {
  const command = { name: "coaching.correctAttendance", id: sessionId, input: attendance, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const before = readFact(sessionId);
    const row = db().select().from(coachingSessions).where(eq(coachingSessions.id, sessionId)).get();
    if (!before || !row) return;
    const related = readRelated(sessionId);
    const { participants, headCount, reason } = attendance;
    const rows = participantRows(participants, headCount);
    const by = { ownerId: row.ownerId, sessionId, heldOn: row.heldOn, actorId: actor.userId, at: now };
    if (whoCame(related.participants, row.headCount) !== whoCame(rows, headCount))
      explainChange({ ...by, change: "attendance", reason });
    revise("coaching_sessions", { ...row, ...related });
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

/** Who was there and who was not, in one text: the same attendance saved again is no correction. */
function whoCame(people: readonly Came[], headCount: number): string {
  const marks = people.map(({ providerId, contactId, name, presence }) => [providerId, contactId, name, presence].join("/"));
  return [...marks.sort(), headCount].join("\n");
}
type Came = Partial<Record<"providerId" | "contactId" | "name", string | null>> & { presence: string };

/**
 * Writes what each office takes of a pooled session, in the place of what stood, and each one's figures
 * follow; in the transaction that is open. Minutes follow the session's own length.
 */
export function shareSession(sessionId: string, people: readonly OfficePeople[], guests: readonly Guest[]): void {
  const before = readFact(sessionId);
  writeShares(sessionId, people, guests);
  summariseSession(before, readFact(sessionId));
}
