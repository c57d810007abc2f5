import { Temporal } from "temporal-polyfill";
import { dayIn } from "./dates";

export interface ClockInstant {
  /** Milliseconds UTC. */
  instant: number;
  /** The clock went back: this hour came twice that night, and this is the first. */
  isDoubled: boolean;
}

/** The instant of a clock time (`14:30`) on a local day of a zone; undefined when the clock skipped it (design 3.2). */
export function instantOf(day: string, clock: string, zone: string): ClockInstant | undefined {
  const wall = Temporal.PlainDateTime.from(`${day}T${clock}`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (!earlier.toPlainDateTime().equals(wall)) return undefined;
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  return { instant: earlier.epochMilliseconds, isDoubled: later.epochMilliseconds !== earlier.epochMilliseconds };
}

/** The local day and time (`2026-11-24 14:30`) of an instant in a zone, as a file holds it. */
export const localTimeOf = (instant: number, zone: string): string => `${dayIn(zone, instant)} ${clockOf(instant, zone)}`;

/** The clock time (`14:30`) of an instant in a zone. */
export function clockOf(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}
