import Calendar from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import fr from "@fullcalendar/react/locales/fr";
import themePlugin from "@fullcalendar/react/themes/classic";
import timeGridPlugin from "@fullcalendar/react/timegrid";
import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { useTexts } from "~/i18n/use-texts";
import { weekdayOf } from "~/lib/dates";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "@fullcalendar/react/themes/classic/palette.css";
import "./agenda-grid.css";
import type { GridEvent } from "../grid.server";
import { movePage } from "../shift.model";
import { kindIcons } from "./kind-icons";
import { useKeyboardMove } from "./use-keyboard-move";

interface AgendaGridProps {
  events: GridEvent[];
  view: "list" | "day" | "week" | "month";
  day: string;
  /** Whose agenda, as the page's address says it. */
  who: string;
  locale: "fr" | "en";
}

const names = { list: "timeGridWeek", day: "timeGridDay", week: "timeGridWeek", month: "dayGridMonth" } as const;

/**
 * The calendar component. Hours are the office's clock times, so it works in UTC without an offset;
 * a drop opens the page that says what the new time meets, and nothing is saved before it.
 */
export function AgendaGrid(props: AgendaGridProps) {
  const { view, day, events, locale } = props;
  const navigate = useNavigate();
  const keyboard = useKeyboardMove({ events, view, locale, open: navigate });
  const { frame, move } = keyboard;
  const t = useTexts("agenda");
  useEffect(() => {
    if (frame.current && view === "week") frame.current.scrollLeft = leftOf(day, frame.current.scrollWidth);
  }, [view, day, frame]);
  // On a phone the week is wider than the screen and scrolls day by day: each box has room for its name.
  return (
    <>
      <MovePanel keyboard={keyboard} />
      <div
        ref={frame}
        role="group"
        aria-label={t.title}
        className={`agenda-frame agenda-frame-${view}`}
        onKeyDown={keyboard.begin}
      >
        <div className="agenda-sheet">
          <Grid {...props} events={keyboard.shown} movedId={move?.id} />
        </div>
      </div>
    </>
  );
}

/** Where the moved box is, in words, for the eye and the ear; it has the focus so that arrows reach it through a screen reader. */
function MovePanel({ keyboard }: { keyboard: ReturnType<typeof useKeyboardMove> }) {
  const { keyMove: t } = useTexts("agenda");
  const { panel, move, said, act, leave } = keyboard;
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div
        ref={panel}
        role="application"
        aria-label={t.label}
        tabIndex={-1}
        hidden={!move}
        onKeyDown={act}
        onBlur={leave}
        className="agenda-move sheet mb-3 border-primary px-4 py-2"
      >
        <p className="font-semibold">{move?.text}</p>
        <p className="text-s text-muted">{move?.keys}</p>
      </div>
    </>
  );
}

/** Where a day's column begins, in pixels of a week's whole width. */
const leftOf = (day: string, width: number): number => ((weekdayOf(day) - 1) / 7) * width;

/** The hours shown: from 7 to 21, and as far as anything earlier or later. */
function hoursOf(events: readonly GridEvent[]): { slotMinTime: string; slotMaxTime: string } {
  const timed = events.filter((event) => !event.isAllDay);
  const first = Math.min(7, ...timed.map((event) => Number(event.start.slice(11, 13))));
  const last = Math.max(21, ...timed.map((event) => (event.end.slice(0, 10) > event.start.slice(0, 10) ? 24 : lastHour(event))));
  const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00:00`;
  return { slotMinTime: clock(first), slotMaxTime: clock(last) };
}

const lastHour = ({ end }: GridEvent): number => Number(end.slice(11, 13)) + (end.slice(14, 16) > "00" ? 1 : 0);

function Grid({ events, view, day, who, locale, movedId }: AgendaGridProps & { movedId: string | undefined }) {
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
      {...hoursOf(events)}
      navLinks={view !== "day"}
      navLinkDayClick={(date) => navigate(paths.agenda({ view: "day", day: date.toISOString().slice(0, 10), who }))}
      height="auto"
      dayMaxEvents={4}
      eventDisplay="block"
      eventMinHeight={26}
      eventShortHeight={42}
      slotEventOverlap={false}
      eventContent={({ event, isShort }) => (
        <Box event={event.extendedProps.shown} isOneLine={isShort || view === "month"} locale={locale} />
      )}
      eventDurationEditable={false}
      eventStartEditable
      events={events.map((event) => asInput(event, event.id === movedId))}
      eventDrop={({ event, revert }) => {
        const to = String(event.extendedProps.moveTo ?? "");
        const start = event.startStr;
        revert();
        if (to) navigate(movePage(to, start));
      }}
    />
  );
}

/** « 9h », « 14h30 »: a narrow box has no room for more. */
function shortHour(clock: string, locale: "fr" | "en"): string {
  const bare = clock.replace(/^0/, "");
  return locale === "fr" ? bare.replace(":00", "h").replace(":", "h") : bare;
}

/** Minutes whose box holds the hour and one line of the name. */
const oneNameLine = 60;
const minutesOf = ({ start, end }: GridEvent): number => (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000;

/** What one reads of an entry: its kind by a drawing and a word, the hour, the name; the rest on hover and focus. */
function Box({ event, isOneLine, locale }: { event: GridEvent; isOneLine: boolean; locale: "fr" | "en" }) {
  const hour = event.isAllDay ? "" : shortHour(event.start.slice(11, 16), locale);
  const isShort = !event.isAllDay && minutesOf(event) <= oneNameLine;
  return (
    <span
      className={`agenda-box${isOneLine ? " agenda-box-line" : ""}${isShort ? " agenda-box-short" : ""}`}
      title={event.title}
      data-entry={event.id}
    >
      <span className="agenda-box-hour">
        <Icon name={kindIcons[event.kind]} size={14} />
        {hour}
      </span>
      <span className="agenda-box-name">{event.name}</span>
      {event.kindLabel ? <span className={isOneLine || isShort ? "sr-only" : "agenda-box-kind"}>{event.kindLabel}</span> : null}
    </span>
  );
}

function asInput(event: GridEvent, isMoving: boolean) {
  return {
    id: event.id,
    title: event.title,
    start: event.start,
    end: event.end,
    allDay: event.isAllDay,
    editable: event.moveTo !== null,
    className: `agenda-event agenda-${event.kind}${isMoving ? " agenda-moving" : ""}`,
    color: `var(--agenda-${event.kind})`,
    contrastColor: "var(--ink)",
    extendedProps: { moveTo: event.moveTo, shown: event },
    ...(event.to ? { url: event.to } : {}),
  };
}
