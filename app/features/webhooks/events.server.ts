import { eq } from "drizzle-orm";
import type { Done } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actionAnswers } from "~/db/schema/action-plans.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import type { WebhookEvent } from "~/lib/vocabulary";
import { type EventData, tellWebhooks } from "./tell.commands.server";

interface Told {
  event: WebhookEvent;
  data: EventData;
  /** Where the command does not say whose it is. */
  ownerId?: string;
}
type Teller = (done: Done) => Told | undefined;

/** Which command is which event, and what is told of it. */
const tellers: Record<string, Teller> = {
  "coaching.log": sessionSaved,
  "coaching.correct": sessionSaved,
  "coaching.correctAttendance": sessionSaved,
  "coaching.logOtherWork": sessionSaved,
  "coaching.correctOtherWork": sessionSaved,
  "coaching.restore": sessionSaved,
  "coaching.delete": ({ id }) => ({ event: "session.deleted", data: { sessionId: id } }),
  "workshop.publish": (done) => workshopTold("workshop.published", done.id),
  "workshop.change": (done) => workshopTold("workshop.changed", done.id),
  "workshop.cancel": (done) => workshopTold("workshop.cancelled", done.id),
  "workshop.close": (done) => workshopTold("workshop.held", done.id),
  "workshop.cancelRegistration": registrationCancelled,
  "workshop.register": ({ id, input }) => {
    const told = workshopTold("registration.made", String(read(input, "workshopId")));
    return told && { ...told, data: { registrationId: id, ...told.data } };
  },
  "report.finish": ({ id }) => ({ event: "report.finished", data: { reportId: id } }),
  "plan.answer": ({ id, input }) => (read(input, "answer") === "done" ? actionDone(id) : undefined),
  "plan.recordAnswer": ({ id, input }) => (read(input, "state") === "done" ? recordedDone(id) : undefined),
};

/** Called by the unit of work after each command, in its own transaction. */
export function tellOfCommand(done: Done): void {
  const told = tellers[done.name]?.(done);
  const ownerId = done.ownerId ?? told?.ownerId;
  if (told && ownerId !== undefined) tellWebhooks(ownerId, told.event, told.data);
}

function sessionSaved({ id }: Done): ReturnType<Teller> {
  const { ownerId, kind, heldOn, supports, durationMinutes, version } = coachingSessions;
  const columns = { ownerId, sessionId: coachingSessions.id, kind, heldOn, supports, durationMinutes, version };
  const row = db().select(columns).from(coachingSessions).where(eq(coachingSessions.id, id)).get();
  if (!row) return undefined;
  const { ownerId: owner, ...data } = row;
  return { event: "session.saved", data, ownerId: owner };
}

/** A draft is nobody's business yet. */
function workshopTold(event: WebhookEvent, id: string): ReturnType<Teller> {
  const { state, heldOn, capacity } = workshops;
  const row = db()
    .select({ workshopId: workshops.id, state, heldOn, capacity })
    .from(workshops)
    .where(eq(workshops.id, id))
    .get();
  return row && row.state !== "draft" ? { event, data: row } : undefined;
}

function registrationCancelled({ id }: Done): ReturnType<Teller> {
  const { workshopId } = workshopRegistrations;
  const columns = { workshopId, ownerId: workshops.ownerId, state: workshopRegistrations.state };
  const row = db()
    .select(columns)
    .from(workshopRegistrations)
    .innerJoin(workshops, eq(workshops.id, workshopId))
    .where(eq(workshopRegistrations.id, id))
    .get();
  if (row?.state !== "cancelled") return undefined;
  return { event: "registration.cancelled", data: { registrationId: id, workshopId: row.workshopId }, ownerId: row.ownerId };
}

const actionDone = (actionId: string) => ({ event: "action.done" as const, data: { actionId } });

/** The same, written down at the office on someone's behalf: the command's id is the answer's. */
function recordedDone(answerId: string): ReturnType<Teller> {
  const { actionId } = actionAnswers;
  const row = db().select({ actionId }).from(actionAnswers).where(eq(actionAnswers.id, answerId)).get();
  return row && actionDone(row.actionId);
}

function read(input: unknown, field: string): unknown {
  return typeof input === "object" && input !== null ? Reflect.get(input, field) : undefined;
}
