import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from "ical-generator";
import { config } from "~/config.server";
import { now } from "~/lib/clock";

export interface CalendarWorkshop {
  id: string;
  title: string;
  description: string;
  place: string;
  url: string;
  isCancelled: boolean;
  sequence: number;
  organiser: { name: string; email: string | null };
  parts: readonly { id: string; startsAt: number; endsAt: number }[];
}

/** Workshops as an iCalendar file, each part an event; instants in UTC, so that every zone's clock is right. */
export function writeCalendar(name: string, workshops: readonly CalendarWorkshop[]): string {
  const calendar = ical({ name, prodId: { company: "Balise", product: "Balise" }, method: ICalCalendarMethod.PUBLISH });
  for (const workshop of workshops) {
    for (const number of workshop.parts.keys()) calendar.createEvent(eventOf(workshop, number));
  }
  return calendar.toString();
}

function eventOf(workshop: CalendarWorkshop, number: number): ICalEventData {
  const { parts, title, organiser } = workshop;
  const part = parts[number];
  return {
    id: `${part?.id ?? workshop.id}@${new URL(config().appUrl).hostname}`,
    sequence: workshop.sequence,
    stamp: new Date(now()),
    start: new Date(part?.startsAt ?? 0),
    end: new Date(part?.endsAt ?? 0),
    summary: parts.length > 1 ? `${title} (${number + 1}/${parts.length})` : title,
    description: workshop.description,
    location: workshop.place,
    url: workshop.url,
    status: workshop.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: organiser.email ? { name: organiser.name, email: organiser.email } : null,
  };
}
