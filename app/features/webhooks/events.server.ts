import { eq } from "drizzle-orm";
import type { Done } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actionAnswers } from "~/db/schema/action-plans.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { workshops } from "~/db/schema/workshops.server";
import type { WebhookEvent } from "~/lib/vocabulary";
import { type EventData, tellWebhooks } from "./tell.commands.server";

type Teller = (done: Done) => { event: WebhookEvent; data: EventData } | undefined;

/** Which command is which event, and what is told of it. */
const tellers: Record<string, Teller> = {
  "coaching.log": sessionSaved,
  "coaching.correct": sessionSaved,
  "workshop.publish": (done) => workshopTold("workshop.published", done.id),
  "workshop.change": (done) => workshopTold("workshop.changed", done.id),
  "workshop.cancel": (done) => workshopTold("workshop.cancelled", done.id),
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
  const teller = tellers[done.name];
  const told = done.ownerId === undefined ? undefined : teller?.(done);
  if (told && done.ownerId !== undefined) tellWebhooks(done.ownerId, told.event, told.data);
}

function sessionSaved({ id }: Done): ReturnType<Teller> {
  const { kind, heldOn, supports, durationMinutes, version } = coachingSessions;
  const columns = { sessionId: coachingSessions.id, kind, heldOn, supports, durationMinutes, version };
  const row = db().select(columns).from(coachingSessions).where(eq(coachingSessions.id, id)).get();
  return row && { event: "session.saved", data: row };
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
