import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { isPresence, type PresenceState } from "~/lib/vocabulary";
import { move } from "./commands.server";
import { afterCorrection } from "./corrected.server";
import { askForFeedback } from "./feedback.server";
import { pastedPeople, personKeyOf } from "./model";
import { findWorkshop, nextPosition, type WorkshopRow } from "./seats.server";
import { writeGroupSession } from "./session.server";
import { writeShares } from "./shares.server";

type Held = Authorized<{ id: string; ownerId: string }, "workshop.hold">;

export interface AttendanceInput {
  id: string;
  /** By registration id; a word that is none leaves that person unmarked. */
  presences: Readonly<Record<string, string>>;
  /** Names typed or pasted, a person a line. */
  walkIns: string;
  headCount: number;
  /** Whoever is not marked yet is there. */
  areAllPresent: boolean;
  /** Why it is corrected after a report told the day. */
  reportReason?: string | undefined;
}

/**
 * Writes down who came: marks, walk-ins by name, a head-count. After closing it corrects the session
 * and the certificates. Throws RuleError `workshopNotStarted`, `reportReason` in a reported period.
 */
export function recordAttendance(actor: Actor, workshop: Held, input: AttendanceInput): void {
  const command = { name: "workshop.attendance", id: input.id, input, ownerId: workshop.ownerId };
  run(actor, command, ({ now }) => {
    const row = findWorkshop(workshop.id);
    if (!row || !isCounted(row)) throw new RuleError("workshopNotStarted");
    addWalkIns(actor, row, { text: input.walkIns, at: now });
    db().update(workshops).set({ headCount: input.headCount }).where(eq(workshops.id, row.id)).run();
    for (const [id, presence] of Object.entries(input.presences)) mark(row.id, id, { presence, at: now });
    if (input.areAllPresent) markRest(row.id, "present", now);
    if (row.state === "held") afterCorrection(actor, row.id, { at: now, reason: input.reportReason });
  });
}

const isCounted = (row: WorkshopRow): boolean => row.state === "running" || row.state === "held";

/** Ends a workshop: whoever is not marked was absent, the group session is written, feedback is asked. Throws RuleError `workshopStep`, `nobodyCame`, `dayFuture`. */
export function closeWorkshop(actor: Actor, workshop: Held): { sessionId: string } {
  let sessionId = "";
  const work = (row: WorkshopRow, now: number) => {
    markRest(row.id, "absent", now);
    sessionId = writeGroupSession(
      actor,
      authorize(actor, "coaching.log", { id: row.ownerId, ownerId: row.ownerId, zone: row.zone }),
      row,
    );
    writeShares(row, sessionId);
    db()
      .update(workshops)
      .set({ sessionId, closedAt: now, version: row.version + 1 })
      .where(eq(workshops.id, row.id))
      .run();
    askForFeedback(row, now);
  };
  move(actor, workshop, { to: "held", name: "workshop.close", work });
  return { sessionId: sessionId || (findWorkshop(workshop.id)?.sessionId ?? "") };
}

function mark(workshopId: string, id: string, { presence, at }: { presence: string; at: number }): void {
  if (!isPresence(presence)) return;
  db()
    .update(workshopRegistrations)
    .set({ presence, presenceAt: at })
    .where(and(eq(workshopRegistrations.id, id), eq(workshopRegistrations.workshopId, workshopId), seated()))
    .run();
}

function markRest(workshopId: string, presence: PresenceState, at: number): void {
  db()
    .update(workshopRegistrations)
    .set({ presence, presenceAt: at })
    .where(and(eq(workshopRegistrations.workshopId, workshopId), isNull(workshopRegistrations.presence), seated()))
    .run();
}

const seated = () => inArray(workshopRegistrations.state, ["registered"]);

/** People who came without registering: one who waited or cancelled has a seat after all. */
function addWalkIns(actor: Actor, row: WorkshopRow, { text, at }: { text: string; at: number }): void {
  for (const person of pastedPeople(text)) {
    const personKey = personKeyOf(person);
    const came = { state: "registered" as const, presence: "present" as const, presenceAt: at, changedAt: at };
    const known = findPerson(row.id, personKey);
    if (known) {
      db().update(workshopRegistrations).set(came).where(eq(workshopRegistrations.id, known.id)).run();
      continue;
    }
    const place = { id: newId(), workshopId: row.id, position: nextPosition(row.id), personKey, createdAt: at };
    db()
      .insert(workshopRegistrations)
      .values({ ...place, ...person, ...came, source: "walk_in", organisationId: row.ownerId, createdById: actor.userId })
      .run();
  }
}

function findPerson(workshopId: string, personKey: string) {
  return db()
    .select({ id: workshopRegistrations.id })
    .from(workshopRegistrations)
    .where(and(eq(workshopRegistrations.workshopId, workshopId), eq(workshopRegistrations.personKey, personKey)))
    .get();
}
