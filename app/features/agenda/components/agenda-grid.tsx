import Calendar from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import fr from "@fullcalendar/react/locales/fr";
import themePlugin from "@fullcalendar/react/themes/classic";
import timeGridPlugin from "@fullcalendar/react/timegrid";
import { useNavigate } from "@remix-run/react";
import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "@fullcalendar/react/themes/classic/palette.css";
import "./agenda-grid.css";
import type { GridEvent } from "../grid.server";

interface AgendaGridProps {
  events: GridEvent[];
  view: "list" | "day" | "week" | "month";
  day: string;
  locale: "fr" | "en";
}

const names = { list: "timeGridWeek", day: "timeGridDay", week: "timeGridWeek", month: "dayGridMonth" } as const;

/**
 * The calendar component. Hours are the office's clock times, so it works in UTC without an offset;
 * a drop opens the page that says what the new time meets, and nothing is saved before it.
 */
export function AgendaGrid({ events, view, day, locale }: AgendaGridProps) {
  const navigate = useNavigate();
  return (
    <Calendar
      key={`${view}/${day}`}
      plugins={[dayGridPlugin, timeGridPlugin, interactionPlugin, themePlugin]}
      locales={[fr]}
      locale={locale === "fr" ? "fr" : "en-gb"}
      timeZone="UTC"
      initialView={names[view]}
      initialDate={day}
      headerToolbar={false}
      firstDay={1}
      slotMinTime="07:00:00"
      slotMaxTime="21:00:00"
      height="auto"
      dayMaxEvents={4}
      eventDurationEditable={false}
      eventStartEditable
      events={events.map(asInput)}
      eventDrop={({ event, revert }) => {
        const to = String(event.extendedProps.moveTo ?? "");
        const [heldOn = "", hour = ""] = event.startStr.slice(0, 16).split("T");
        revert();
        if (to) navigate(`${to}?${new URLSearchParams(hour ? { day: heldOn, hour } : { day: heldOn })}`);
      }}
    />
  );
}

function asInput(event: GridEvent) {
  return {
    id: event.id,
    title: event.title,
    start: event.start,
    end: event.end,
    allDay: event.isAllDay,
    editable: event.moveTo !== null,
    className: `agenda-${event.kind}`,
    extendedProps: { moveTo: event.moveTo },
    ...(event.to ? { url: event.to } : {}),
  };
}
