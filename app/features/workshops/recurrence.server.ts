import { RRuleTemporal } from "rrule-temporal";
import { weekdayOf } from "~/lib/dates";

export const repeats = ["weekly", "fortnightly", "monthly"] as const;
export type Repeat = (typeof repeats)[number];
export const mostDates = 52;

export interface SeriesRule {
  zone: string;
  startsOn: string;
  /** Clock time of the first part, `14:00`. */
  startClock: string;
  /** An RRULE without its name. */
  rule: string;
  exceptions: readonly string[];
}

const codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** The rule of a choice (RFC 5545): monthly is the same weekday of the month, the fifth being the last. */
export function ruleOf(repeat: Repeat, startsOn: string): string {
  if (repeat === "weekly") return "FREQ=WEEKLY";
  if (repeat === "fortnightly") return "FREQ=WEEKLY;INTERVAL=2";
  const rank = Math.ceil(Number(startsOn.slice(8)) / 7);
  return `FREQ=MONTHLY;BYDAY=${rank > 4 ? -1 : rank}${codes[weekdayOf(startsOn) - 1] ?? "MO"}`;
}

/** The local days of a series until a day, both included, exceptions left out; at most 52. */
export function datesOf(series: SeriesRule, until: string): string[] {
  const compact = (day: string) => day.replaceAll("-", "");
  const start = `${compact(series.startsOn)}T${series.startClock.replace(":", "")}00`;
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${series.zone}:${start}\nRRULE:${series.rule};COUNT=${mostDates}`,
  });
  const days = rule.all().map((date) => date.toPlainDate().toString());
  return days.filter((day) => day <= until && !series.exceptions.includes(day));
}
