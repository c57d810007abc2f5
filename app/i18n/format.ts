import type { Locale } from "./translate";

// Loaders format; components receive text: Node's and the browser's data differ.
const tags = { fr: "fr-FR", en: "en-GB" } as const;
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  key: string,
  is: (made: unknown) => made is T,
  make: () => T,
): T {
  const found = cache.get(key);
  if (is(found)) return found;
  const made = make();
  cache.set(key, made);
  return made;
}

const isDateFormat = (made: unknown): made is Intl.DateTimeFormat => made instanceof Intl.DateTimeFormat;
const isNumberFormat = (made: unknown): made is Intl.NumberFormat => made instanceof Intl.NumberFormat;
const isRelativeFormat = (made: unknown): made is Intl.RelativeTimeFormat => made instanceof Intl.RelativeTimeFormat;

const dayStyles = {
  /** 24 nov. 2026 */
  short: { day: "numeric", month: "short", year: "numeric" },
  /** mardi 24 novembre 2026 */
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  /** mardi 24 novembre */
  spoken: { weekday: "long", day: "numeric", month: "long" },
  /** 24/11/2026 */
  numeric: { day: "2-digit", month: "2-digit", year: "numeric" },
  /** novembre 2026 */
  month: { month: "long", year: "numeric" },
  /** nov. */
  monthOnly: { month: "short" },
  /** lundi */
  weekday: { weekday: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** An ISO day as people write it; the empty text for none. */
export function formatDay(locale: Locale, day: string | null | undefined, style: keyof typeof dayStyles = "short"): string {
  if (!day) return "";
  const key = `${locale} ${style} ${day}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  if (days.size >= mostDays) days.clear();
  const text = writtenDay(locale, day, style);
  days.set(key, text);
  return text;
}

/** A list writes the same few hundred days over and over. */
const days = new Map<string, string>();
const mostDays = 5000;

function writtenDay(locale: Locale, day: string, style: keyof typeof dayStyles): string {
  const make = () => new Intl.DateTimeFormat(tags[locale], { ...dayStyles[style], timeZone: "UTC" });
  const text = cached(`day ${locale} ${style}`, isDateFormat, make).format(
    Date.parse(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`),
  );
  return locale === "fr" ? withFirst(text) : text;
}

/** The first of a month: « 1er déc. ». */
const withFirst = (text: string): string => text.replace(/(^|\s)1 (?=\p{L})/u, "$11er ");

/** An instant (milliseconds UTC) as a day and an hour in a zone: « 24 nov. 2026 à 8 h 30 », `24 Nov 2026, 08:30`. */
export function formatInstant(locale: Locale, instant: number, zone: string): string {
  const make = () => new Intl.DateTimeFormat(tags[locale], { dateStyle: "medium", timeZone: zone });
  const day = cached(`instant ${locale} ${zone}`, isDateFormat, make).format(instant);
  const clock = formatClock(locale, instant, zone);
  return locale === "fr" ? `${withFirst(day)} à ${clock}` : `${day}, ${clock}`;
}

/** The hour of an instant (milliseconds UTC) in a zone: « 14 h 12 », `14:12`. */
export function formatClock(locale: Locale, instant: number, zone: string): string {
  const make = () => new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
  const clock = cached(`clock ${zone}`, isDateFormat, make).format(instant);
  return locale === "fr" ? clock.replace(/^0?(\d+):/, "$1\u00a0h\u00a0") : clock;
}

/** Minutes as « 1 h 30 », « 45 min », « 2 h ». */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, "0")}`;
}

export function formatNumber(locale: Locale, value: number, digits = 0): string {
  const make = () => new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits });
  return cached(`number ${locale} ${digits}`, isNumberFormat, make).format(value);
}

/** Cents as euros: « 53,20 € ». */
export function formatEuros(locale: Locale, cents: number): string {
  const make = () => new Intl.NumberFormat(tags[locale], { style: "currency", currency: "EUR" });
  return cached(`euros ${locale}`, isNumberFormat, make).format(cents / 100);
}

/** Minutes as hours with at most one decimal: « 12,5 h ». */
export function formatHours(locale: Locale, minutes: number): string {
  return `${formatNumber(locale, minutes / 60, minutes < 6000 ? 1 : 0)}\u00a0h`;
}

/** What `formatHours` shows of these minutes: to take a shown part from a shown whole, so that the reader's own sum agrees. */
export function minutesShown(minutes: number): number {
  const step = minutes < 6000 ? 6 : 60;
  return Math.round(minutes / step) * step;
}

/** A share of 0 to 1 as « 41 % »; a dash where the denominator is nought. */
export function formatShare(locale: Locale, part: number, whole: number): string {
  if (whole === 0) return "–";
  const make = () => new Intl.NumberFormat(tags[locale], { style: "percent", maximumFractionDigits: 0 });
  return cached(`share ${locale}`, isNumberFormat, make).format(part / whole);
}

/** « aujourd'hui », « hier », « il y a 3 semaines », « dans 15 jours »; days from `today` to `day`. */
export function formatAgo(locale: Locale, days: number): string {
  const make = () => new Intl.RelativeTimeFormat(tags[locale], { numeric: "auto" });
  const format = cached(`ago ${locale}`, isRelativeFormat, make);
  const size = Math.abs(days);
  if (size < 14) return format.format(days, "day");
  if (size < 60) return format.format(Math.trunc(days / 7), "week");
  if (size < 730) return format.format(Math.trunc(days / 30.44), "month");
  return format.format(Math.trunc(days / 365.25), "year");
}

/** ISO weekdays (1 Monday to 7 Sunday) as « lundi, mardi et jeudi ». */
export function formatWeekdays(locale: Locale, days: readonly number[]): string {
  // 2024-01-01 was a Monday.
  const make = () => new Intl.DateTimeFormat(tags[locale], { weekday: "long", timeZone: "UTC" });
  const names = days.map((day) => cached(`weekday ${locale}`, isDateFormat, make).format(Date.UTC(2024, 0, day)));
  return new Intl.ListFormat(tags[locale], { type: "conjunction" }).format(names);
}

/** Names one after the other: « Odile et Marc ». */
export function formatList(locale: Locale, names: readonly string[]): string {
  return new Intl.ListFormat(tags[locale], { type: "conjunction" }).format(names);
}
