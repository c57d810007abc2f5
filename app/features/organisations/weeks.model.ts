import { addDays, weekOf } from "~/lib/dates";

/** ISO weeks as an office writes them, « 27-35, 51-2 », in order and once each; undefined when unreadable. */
export function parseWeeks(text: string): number[] | undefined {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(parseRun);
  if (parts.includes(undefined)) return undefined;
  return [...new Set(parts.flatMap((run) => run ?? []))].sort((a, b) => a - b);
}

function parseRun(text: string): number[] | undefined {
  const found = /^(\d{1,2})(?:\s*(?:-|–|à)\s*(\d{1,2}))?$/.exec(text);
  if (!found) return undefined;
  const from = Number(found[1]);
  const to = Number(found[2] ?? found[1]);
  return isWeek(from) && isWeek(to) ? weekRange(from, to) : undefined;
}

/** The ISO weeks that two days (ISO, both included) touch. */
export function weeksBetween(from: string, to: string): number[] {
  const weeks = new Set([weekOf(to)]);
  for (let day = from; day <= to; day = addDays(day, 7)) weeks.add(weekOf(day));
  return [...weeks];
}

/** Weeks as an office reads them: runs joined, « 27-35, 51-52 ». */
export function writeWeeks(weeks: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const week of [...weeks].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === week - 1) last[1] = week;
    else runs.push([week, week]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}

const isWeek = (week: number): boolean => week >= 1 && week <= 53;

/** From one week to another, over the new year when the second is the smaller. */
function weekRange(from: number, to: number): number[] {
  const count = to >= from ? to - from + 1 : 53 - from + 1 + to;
  return Array.from({ length: count }, (_, index) => ((from - 1 + index) % 53) + 1);
}

/** Full season of an establishment: a full-season week of its office, and a month when it is open (all when it says none). */
export function isFullSeason(day: string, seasonWeeks: readonly number[], openingMonths: readonly number[]): boolean {
  const isOpen = openingMonths.length === 0 || openingMonths.includes(Number(day.slice(5, 7)));
  return isOpen && seasonWeeks.includes(weekOf(day));
}
