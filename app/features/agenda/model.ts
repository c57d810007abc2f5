import { addDays, mondayOf, weekdayOf, weekOf } from "~/lib/dates";
import type { AppointmentState } from "~/lib/vocabulary";

/** How an appointment moves: a cancelled one stays so, one noted as missed can be taken back. */
export const nextStates: Readonly<Record<AppointmentState, readonly AppointmentState[]>> = {
  booked: ["missed", "cancelled"],
  missed: ["booked"],
  cancelled: [],
};

export const mayBecome = (from: AppointmentState, to: AppointmentState): boolean => nextStates[from].includes(to);

/** A stretch of time, milliseconds UTC; the end is outside. */
export interface Span {
  startsAt: number;
  endsAt: number;
}

export const minuteMs = 60_000;
export const hourMs = 3_600_000;

export function spanOf(event: { startsAt: number; durationMinutes: number }): Span {
  return { startsAt: event.startsAt, endsAt: event.startsAt + event.durationMinutes * minuteMs };
}

export const overlap = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** Minutes of road between two events that follow each other; travel is there and back, so half of the longer. */
export function roadBetween(a: { travelMinutes: number }, b: { travelMinutes: number }): number {
  return Math.ceil(Math.max(a.travelMinutes, b.travelMinutes) / 2);
}

/** Whether a slot that comes every so many weeks, counted from `fromOn`, is held in this day's week. */
export function isItsWeek(day: string, slot: { fromOn: string; everyWeeks: number }): boolean {
  const weeks = Math.round((Date.parse(mondayOf(day)) - Date.parse(mondayOf(slot.fromOn))) / (7 * 24 * hourMs));
  return weeks % slot.everyWeeks === 0;
}

/** Days on which someone works: those of their membership, Monday to Friday where none are given. */
export function worksOn(day: string, workingDays: readonly number[]): boolean {
  const days = workingDays.length > 0 ? workingDays : [1, 2, 3, 4, 5];
  return days.includes(weekdayOf(day));
}

export interface YearGrant {
  /** Minutes granted over the year of the week. */
  year: number;
  /** Minutes of a week as the year's are spread evenly. */
  week: number;
  /** Minutes granted in a week of full season; undefined where nobody set them. */
  seasonWeek: number | undefined;
  /** ISO numbers of the weeks of full season. */
  seasonWeeks: readonly number[];
}

/** Minutes granted in the week of a day: a season week has its own; the others share what it leaves, so that the year's total holds. */
export function weekGrant(monday: string, { year, week, seasonWeek, seasonWeeks }: YearGrant): number {
  if (seasonWeek === undefined || seasonWeeks.length === 0) return week;
  if (seasonWeeks.includes(weekOf(monday))) return seasonWeek;
  const others = 52 - Math.min(51, seasonWeeks.filter((one) => one <= 52).length);
  return Math.max(0, Math.round((year - seasonWeek * (52 - others)) / others));
}

export const views = ["list", "day", "week", "month"] as const;
export type AgendaView = (typeof views)[number];

/** The days that a view shows from a chosen day, both included; the list shows four weeks. */
export function daysOf(view: AgendaView, day: string): { from: string; to: string; before: string; after: string } {
  if (view === "day") return { from: day, to: day, before: addDays(day, -1), after: addDays(day, 1) };
  const monday = mondayOf(day);
  if (view === "week") return { from: monday, to: addDays(monday, 6), before: addDays(monday, -7), after: addDays(monday, 7) };
  if (view === "list") return { from: day, to: addDays(day, 27), before: addDays(day, -28), after: addDays(day, 28) };
  const first = `${day.slice(0, 7)}-01`;
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  return { from: mondayOf(first), to: addDays(mondayOf(addDays(next, -1)), 6), before: addDays(first, -1), after: next };
}
