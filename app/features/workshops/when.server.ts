import { formatClock, formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";

interface Part {
  startsAt: number;
  endsAt: number;
}

/** « mardi 12 mars à 14 h 00, jusqu’à 16 h 00 », in the workshop's own zone, which is named where it is not Paris. */
export function describePart(locale: Locale, { startsAt, endsAt }: Part, zone: string): string {
  const t = translator(locale);
  const day = formatDay(locale, dayIn(zone, startsAt), "long");
  const hours = { from: formatClock(locale, startsAt, zone), to: formatClock(locale, endsAt, zone) };
  return `${t("workshops:when.part", { day, ...hours })}${describeZone(locale, zone, startsAt)}`;
}

/** The whole of a workshop in one line: its day and hours, or its first and last day where its parts lie on several. */
export function describeSpan(locale: Locale, span: Part, zone: string): string {
  const [first, last] = [dayIn(zone, span.startsAt), dayIn(zone, span.endsAt)];
  if (first === last) return describePart(locale, span, zone);
  const days = { from: formatDay(locale, first, "long"), to: formatDay(locale, last, "long") };
  return `${translator(locale)("workshops:when.span", days)}${describeZone(locale, zone, span.startsAt)}`;
}

/** All parts, one text each. */
export const describeParts = (locale: Locale, parts: readonly Part[], zone: string): string[] =>
  parts.map((part) => describePart(locale, part, zone));

/** «  (heure de la Guadeloupe) », or nothing at Paris time. */
function describeZone(locale: Locale, zone: string, at: number): string {
  if (zone === "Europe/Paris") return "";
  const tag = locale === "fr" ? "fr-FR" : "en-GB";
  const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  return ` (${name})`;
}
