import { addDays } from "~/lib/dates";

/** A calendar file of holidays, each a name, a first and a last day. */
export function periodFile(...periods: [name: string, from: string, to: string][]): string {
  const compact = (day: string) => day.replaceAll("-", "");
  const events = periods.flatMap(([name, from, to], number) => [
    "BEGIN:VEVENT",
    `UID:${number}`,
    `SUMMARY:${name}`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    `DTEND;VALUE=DATE:${compact(addDays(to, 1))}`,
    "END:VEVENT",
  ]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//FR", ...events, "END:VCALENDAR", ""].join("\r\n");
}
