import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { formatClock, formatDay } from "~/i18n/format";
import { fill, useTexts } from "~/i18n/use-texts";
import type { GridEvent } from "../grid.server";
import { movePage, shiftedBy, type WallSpan } from "../shift.model";

interface Asked {
  events: GridEvent[];
  view: "list" | "day" | "week" | "month";
  locale: "fr" | "en";
  /** Opens the page that says what the new time meets. */
  open: (address: string) => void;
}

interface Move extends WallSpan {
  event: GridEvent;
}

/**
 * Moving by keyboard: M on a box begins, arrows move it, Enter opens the page that a drop would open,
 * Escape puts it back. Nothing is saved here. While it lasts the focus is on a panel that says where the box is:
 * the calendar draws a moved box anew, which would lose it.
 */
export function useKeyboardMove({ events, view, locale, open }: Asked) {
  const words = useWords(view === "month", locale);
  const [move, setMove] = useState<Move>();
  const [said, setSaid] = useState("");
  const { frame, panel } = useMovingFocus(move);

  function begin(pressed: KeyboardEvent) {
    if (pressed.key.toLowerCase() !== "m" || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    const event = events.find((one) => one.id === entryAt(pressed.target));
    if (!event) return;
    pressed.preventDefault();
    if (event.moveTo === null || event.isAllDay) return setSaid(words.fixed(event));
    const { start, end } = event;
    setMove({ event, start, end });
    setSaid(`${words.place({ event, start })} ${words.keys}`);
  }

  function leave() {
    if (!move) return;
    setMove(undefined);
    setSaid(words.back(move.event));
  }

  function act(pressed: KeyboardEvent) {
    const wanted = move && wantedBy(move, pressed.key, view === "month");
    if (!move || !wanted) return;
    pressed.preventDefault();
    const { event } = move;
    if (typeof wanted === "string") return open(wanted);
    if (wanted === event) {
      leave();
      // Once the calendar has drawn the box where it was.
      requestAnimationFrame(() => boxOf(frame.current, event.id)?.focus());
    } else {
      setMove({ event, ...wanted });
      setSaid(words.place({ event, start: wanted.start }));
    }
  }

  const shown = events.map((one) => (one.id === move?.event.id ? { ...one, start: move.start, end: move.end } : one));
  const told = move ? { id: move.event.id, text: words.place(move), keys: words.keys } : undefined;
  return { frame, panel, said, move: told, shown, begin, act, leave };
}

/** What a key asks for: a new time, the page that saves it, or (the event itself) its old place; undefined for any other key. */
function wantedBy({ event, start, end }: Move, key: string, isMonth: boolean): WallSpan | GridEvent | string | undefined {
  if (key === "Escape") return event;
  if (key === "Enter") return event.moveTo && start !== event.start ? movePage(event.moveTo, start) : event;
  return shiftedBy({ start, end }, key, isMonth);
}

/** The focus goes to the panel when a move begins, and the box stays in sight. */
function useMovingFocus(move: Move | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const movedId = move?.event.id;
  useEffect(() => {
    if (movedId) panel.current?.focus();
  }, [movedId]);
  useEffect(() => {
    if (move) boxOf(frame.current, move.event.id)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [move]);
  return { frame, panel };
}

function useWords(isMonth: boolean, locale: "fr" | "en") {
  const { keyMove: t } = useTexts("agenda");
  return {
    keys: isMonth ? t.keysMonth : t.keys,
    fixed: ({ title }: GridEvent) => fill(t.fixed, { title }),
    back: ({ title }: GridEvent) => fill(t.back, { title }),
    place: ({ event, start }: Pick<Move, "event" | "start">) =>
      fill(t.at, {
        title: event.title,
        day: formatDay(locale, start.slice(0, 10), "spoken"),
        hour: formatClock(locale, Date.parse(`${start}:00Z`), "UTC"),
      }),
  };
}

/** The id of the entry whose box has the focus. */
const entryAt = (target: EventTarget): string | null | undefined =>
  target instanceof Element
    ? target.closest(".agenda-event")?.querySelector("[data-entry]")?.getAttribute("data-entry")
    : undefined;

function boxOf(frame: HTMLElement | null, id: string): HTMLElement | null | undefined {
  return frame?.querySelector(`[data-entry="${CSS.escape(id)}"]`)?.closest<HTMLElement>(".agenda-event");
}
