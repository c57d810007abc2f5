import ICAL from "ical.js";
import { addDays } from "~/lib/dates";
import { RuleError } from "~/lib/errors";

/** Bytes of a calendar file; a country's school holidays over years take a tenth of that. */
export const calendarBytes = 1_000_000;
const mostPeriods = 500;

export interface Period {
  name: string;
  /** Local days, both included. */
  startsOn: string;
  endsOn: string;
}

/** The dated periods of a calendar file, recurrences left out. Throws RuleError `calendarUnreadable`, `calendarEmpty`. */
export function readPeriods(text: string): Period[] {
  const events = eventsOf(text);
  const periods = events.slice(0, mostPeriods * 4).flatMap((event) => periodOf(event));
  if (periods.length === 0) throw new RuleError("calendarEmpty");
  return periods.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn)).slice(-mostPeriods);
}

function eventsOf(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text);
    return new ICAL.Component(parsed).getAllSubcomponents("vevent");
  } catch {
    throw new RuleError("calendarUnreadable");
  }
}

/** DTEND is the day after the last where days are meant (RFC 5545, 3.6.1). */
function periodOf(component: ICAL.Component): Period[] {
  const start = component.getFirstPropertyValue("dtstart");
  const end = component.getFirstPropertyValue("dtend");
  if (!(start instanceof ICAL.Time)) return [];
  const startsOn = dayOf(start);
  const last = end instanceof ICAL.Time ? (end.isDate ? addDays(dayOf(end), -1) : dayOf(end)) : startsOn;
  const name = String(component.getFirstPropertyValue("summary") ?? "")
    .trim()
    .slice(0, 120);
  return name && last >= startsOn ? [{ name, startsOn, endsOn: last }] : [];
}

const dayOf = (time: ICAL.Time): string => time.toString().slice(0, 10);
