import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator";
import { addDays } from "~/lib/dates";

/** One entry of a calendar file; hours are instants, written in UTC so that every client shows them in its own zone. */
export interface CalendarEntry {
  uid: string;
  sequence: number;
  /** Milliseconds UTC of the last change. */
  changedAt: number;
  summary: string;
  location?: string;
  description?: string;
  url?: string;
  isCancelled: boolean;
  when: { startsAt: number; endsAt: number } | { from: string; to: string };
  organizer?: { name: string; email: string };
  attendee?: { name: string; email: string };
}

interface CalendarFile {
  name?: string;
  /** REQUEST and CANCEL for a mail; none for a feed. */
  method?: "REQUEST" | "CANCEL";
  entries: readonly CalendarEntry[];
}

/** An iCalendar object (RFC 5545). */
export function writeCalendar({ name, method, entries }: CalendarFile): string {
  const calendar = ical({ prodId: { company: "Balise", product: "Agenda", language: "FR" } });
  if (name) calendar.name(name);
  if (method) calendar.method(ICalCalendarMethod[method]);
  for (const entry of entries) calendar.createEvent(eventOf(entry));
  return calendar.toString();
}

function eventOf(entry: CalendarEntry): ICalEventData {
  const changed = new Date(entry.changedAt);
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: changed,
    lastModified: changed,
    summary: entry.summary,
    location: entry.location || null,
    description: entry.description || null,
    url: entry.url ?? null,
    status: ICalEventStatus[entry.isCancelled ? "CANCELLED" : "CONFIRMED"],
    organizer: entry.organizer ?? null,
    attendees: entry.attendee ? [attending(entry.attendee)] : [],
    ...spanOf(entry.when),
  };
}

/** A whole day ends on the next one (RFC 5545 3.6.1). */
function spanOf(when: CalendarEntry["when"]) {
  if ("startsAt" in when) return { start: new Date(when.startsAt), end: new Date(when.endsAt) };
  return { start: utc(when.from), end: utc(addDays(when.to, 1)), allDay: true };
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

const attending = (person: { name: string; email: string }) => ({
  ...person,
  role: ICalAttendeeRole.REQ,
  status: ICalAttendeeStatus.ACCEPTED,
});

/** A calendar object as a file of a mail; its METHOD tells the reader's program what to do with it. */
export function calendarPart(calendar: string) {
  const method = /^METHOD:(\w+)\r?$/m.exec(calendar)?.[1] ?? "PUBLISH";
  return {
    name: "rendez-vous.ics",
    mediaType: `text/calendar; charset=utf-8; method=${method}`,
    base64: Buffer.from(calendar).toString("base64"),
  };
}
