import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { logCoachingSession } from "./commands.server";
import { sessionSchema } from "./form";

/** One call, its provider known. */
export interface Call {
  id: string;
  providerId: string;
  minutes: string;
  theme: string | undefined;
  note: string;
}

interface Calls {
  /** Made by the page: the same calls sent twice are logged once. */
  id: string;
  heldOn: string;
  channel: string;
  calls: readonly Call[];
}

/**
 * Logs each call as a session of its own, all of them or none. Answers how many.
 * Throws what logging a session throws; ConflictError when the same page was sent with other calls.
 */
export function logCalls(
  actor: Actor,
  office: Authorized<{ id: string; zone: string }, "coaching.log">,
  input: Calls,
): { count: number } {
  return run(actor, { name: "coaching.logCalls", id: input.id, input, ownerId: office.id }, () => {
    for (const { providerId, minutes, ...call } of input.calls) {
      const shared = { ownerId: office.id, heldOn: input.heldOn, channel: input.channel };
      // Noted together, as they were made: a call's own words are its reason where the month is reported.
      const reportReason = call.note.slice(0, 300) || "–";
      const session = { ...shared, ...call, reportReason, duration: minutes, participants: [{ providerId }] };
      logCoachingSession(actor, office, sessionSchema.parse(session));
    }
    return { count: input.calls.length };
  });
}
