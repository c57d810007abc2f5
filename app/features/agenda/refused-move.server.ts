import type { Actor } from "~/access/actor";
import { refusedEdit } from "~/http/edit-reply.server";
import { errorText, type FormReply } from "~/http/form.server";
import { invalid } from "~/http/responses.server";
import { translator } from "~/i18n/translate";
import { ConflictError, RuleError } from "~/lib/errors";
import { type Appointment, getAppointment } from "./appointments.queries.server";
import { sayWhen } from "./emails.server";
import { warningsIn } from "./warning-words.server";

/** A change of time that was refused: warnings to confirm (400), someone saved meanwhile (409), a broken rule (400). */
export function refusedMove(actor: Actor, error: unknown, reply: FormReply) {
  const warnings = warningsIn(actor, error);
  return warnings ? invalid({ ...reply, isConflict: false, warnings }) : refusedEdit(error, reply, actor.locale);
}

/** Why an appointment was not cancelled, in one sentence: it changed meanwhile, or a rule forbids it. */
export function refusedCancellation(actor: Actor, error: unknown, row: Appointment): string {
  if (error instanceof ConflictError) {
    const saved = getAppointment(actor, row.id);
    return translator(actor.locale)("agenda:one.conflict", { when: sayWhen(actor.locale, saved) });
  }
  if (error instanceof RuleError) return errorText(actor.locale, error.key, error.values);
  throw error;
}
