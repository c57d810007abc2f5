import type { Actor } from "~/access/actor";
import { translator } from "~/i18n/translate";
import { clockOf } from "~/lib/clock-time.server";
import { paths } from "~/paths";
import type { Appointment } from "./appointments.queries.server";
import { sayWhen } from "./emails.server";

/** A past appointment on the list « À saisir ». */
export interface ToLogLine {
  id: string;
  name: string;
  to: string;
  context: string;
  log: string;
  outcome: string;
}

/** Past appointments in words, each with the form that it pre-fills. */
export function describeToLog(actor: Actor, rows: readonly Appointment[]): ToLogLine[] {
  const t = translator(actor.locale);
  return rows.map((row) => ({
    id: row.id,
    name: row.provider,
    to: paths.appointment(row.id),
    context: [
      sayWhen(actor.locale, row),
      t(`coaching:channels.${row.channel}`),
      row.facilitatorId === actor.userId ? "" : row.facilitator,
    ]
      .filter(Boolean)
      .join(" · "),
    log: logPath(row),
    outcome: paths.appointmentOutcome(row.id),
  }));
}

/** The session form filled with what the appointment knows; its id is the one kept for this session. */
export function logPath(row: Appointment): string {
  return paths.newCoaching({
    id: row.sessionId,
    office: row.ownerId,
    provider: row.providerId,
    contact: row.contactId ?? undefined,
    heldOn: row.heldOn,
    hour: clockOf(row.startsAt, row.zone),
    duration: row.durationMinutes,
    channel: row.channel,
    travel: row.travelMinutes || undefined,
    note: row.subject || undefined,
  });
}
