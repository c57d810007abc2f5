import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { appointments } from "~/db/schema/agenda.server";
import { instantOf } from "~/lib/clock-time.server";
import { RuleError } from "~/lib/errors";

/** A time as a form says it, in the owner's zone. Throws RuleError `clockSkipped`, `hourPast`. */
export function readWhen(zone: string, typed: { day: string; hour: string; duration: number }, now: number) {
  const start = instantOf(typed.day, typed.hour, zone);
  if (!start) throw new RuleError("clockSkipped", {}, "hour");
  if (start.instant < now) throw new RuleError("hourPast", {}, "hour");
  return {
    startsAt: start.instant,
    isDoubled: start.isDoubled,
    heldOn: typed.day,
    zone,
    durationMinutes: typed.duration,
  };
}

/** The row as it stands, whoever asks: for commands that have asked already. */
export function findAppointmentRow(appointmentId: string) {
  return db().select().from(appointments).where(eq(appointments.id, appointmentId)).get();
}
