import type { Actor } from "~/access/actor";
import { clockOf } from "~/lib/clock-time.server";
import { addDays, dayIn } from "~/lib/dates";
import type { AgendaEvent } from "./events.queries.server";
import { type AgendaLine, describeDays, keyOf } from "./lines.server";

/** An entry as the calendar component takes it: clock times of its own zone, without an offset. */
export interface GridEvent {
  id: string;
  kind: AgendaEvent["kind"];
  /** All of it in words, the kind first: a coloured box says nothing by itself. */
  title: string;
  kindLabel: string;
  /** What stands in the box after the hour: whom or what it is about, and whose in a team's agenda. */
  name: string;
  start: string;
  end: string;
  isAllDay: boolean;
  to: string | null;
  /** The page that shows what a move meets, and saves it. */
  moveTo: string | null;
}

/** The events of the grid; one week or month of them at most. */
export function gridEvents(actor: Actor, events: readonly AgendaEvent[], isTeam: boolean): { events: GridEvent[] } {
  const lines = new Map(describeDays(actor, events).flatMap((day) => day.lines.map((line) => [line.key, line] as const)));
  return {
    events: events.map((event) => {
      const line = lines.get(keyOf(event));
      return {
        id: keyOf(event),
        kind: event.kind,
        ...wordsOf(line, isTeam ? event.person : ""),
        ...spanOf(event),
        to: line?.to ?? null,
        moveTo: line?.move?.to ?? null,
      };
    }),
  };
}

function wordsOf(line: AgendaLine | undefined, person: string) {
  if (!line) return { title: person, kindLabel: "", name: person };
  // A title that begins with its kind says it already.
  const kindLabel = line.title.startsWith(line.kindLabel) ? "" : line.kindLabel;
  const name = [line.title, person].filter(Boolean).join(" · ");
  return { title: [kindLabel, name].filter(Boolean).join(" · "), kindLabel, name };
}

function spanOf({ startsAt, endsAt, zone, day, lastDay }: AgendaEvent) {
  if (startsAt === null || endsAt === null) return { start: day, end: addDays(lastDay, 1), isAllDay: true };
  const wall = (instant: number) => `${dayIn(zone, instant)}T${clockOf(instant, zone)}`;
  return { start: wall(startsAt), end: wall(endsAt), isAllDay: false };
}
