// Days are ISO texts (`2026-11-24`), months `2026-11`; nothing here reads the clock.
interface ZoneDays {
  formatter: Intl.DateTimeFormat;
  /** The quarter of an hour last asked for, and its day. */
  quarter: number;
  day: string;
}
const zones = new Map<string, ZoneDays>();
const quarterMs = 15 * 60_000;

/**
 * The local day of an instant (milliseconds UTC) in a zone. Every request asks for today: the last answer serves for its quarter
 * of an hour, as zones differ from UTC by whole quarters.
 */
export function dayIn(zone: string, instant: number): string {
  let days = zones.get(zone);
  if (!days) {
    const formatter = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    days = { formatter, quarter: Number.NaN, day: "" };
    zones.set(zone, days);
  }
  const quarter = Math.floor(instant / quarterMs);
  if (quarter !== days.quarter) {
    days.day = days.formatter.format(instant);
    days.quarter = quarter;
  }
  return days.day;
}

/** A day of the calendar that a person may mean: `0026` is a year cut short, and `9999` one that no reckoning gets past. */
export function isDay(text: string): boolean {
  return /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;
}

export function addDays(day: string, days: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

/** The same day of another month, or that month's last day where it does not exist. */
export function addMonths(day: string, months: number): string {
  const date = utc(day);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  const last = target.getUTCDate();
  target.setUTCDate(Math.min(date.getUTCDate(), last));
  return iso(target);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return utc(day).getUTCDay() || 7;
}

export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** ISO week number, 1 to 53. */
export function weekOf(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** The first of two days. */
export function earlier(a: string, b: string): string {
  if (a < b) return a;
  return b;
}

/** The last of two days. */
export function later(a: string, b: string): string {
  if (a > b) return a;
  return b;
}

/** The last day of a month. */
export const lastDayOf = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);

export const monthOf = (day: string): string => day.slice(0, 7);

/** Every month from the first day's to the last day's, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = `${monthOf(from)}-01`; monthOf(day) <= monthOf(to); day = addMonths(day, 1)) months.push(monthOf(day));
  return months;
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function iso(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
