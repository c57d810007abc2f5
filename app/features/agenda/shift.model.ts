/** Clock times of a zone without an offset, `2026-12-01T14:00`. */
export interface WallSpan {
  start: string;
  end: string;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Where an arrow key brings an entry of the grid: 15 minutes on its day, or a day; in a month's view a week or a day. Undefined where it brings it nowhere. */
export function shiftedBy(span: WallSpan, key: string, isMonth: boolean): WallSpan | undefined {
  const upDown = isMonth ? 7 * dayMs : 15 * minuteMs;
  const shifts: Record<string, number> = { ArrowUp: -upDown, ArrowDown: upDown, ArrowLeft: -dayMs, ArrowRight: dayMs };
  const shift = shifts[key];
  if (shift === undefined) return undefined;
  const moved = { start: later(span.start, shift), end: later(span.end, shift) };
  const isMinutes = Math.abs(shift) < dayMs;
  return isMinutes && moved.start.slice(0, 10) !== span.start.slice(0, 10) ? undefined : moved;
}

const later = (wall: string, ms: number): string => new Date(Date.parse(`${wall}:00Z`) + ms).toISOString().slice(0, 16);

/** The page that shows what a new time meets and saves it, with that time; a whole day's has no hour. */
export function movePage(moveTo: string, start: string): string {
  const [day = "", hour = ""] = start.slice(0, 16).split("T");
  return `${moveTo}${moveTo.includes("?") ? "&" : "?"}${new URLSearchParams(hour ? { day, hour } : { day })}`;
}
