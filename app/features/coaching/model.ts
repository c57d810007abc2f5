import { addDays, addMonths } from "~/lib/dates";

/** Presets offered before one's own habits are known, minutes (domain 1.2). */
export const durationPresets = [15, 30, 45, 60, 90, 120] as const;

/**
 * Minutes of what a person types: `45`, `1h30`, `1 h`, `2:15`, `90 min`; undefined when it is none,
 * or outside 1 minute to 24 hours.
 */
export function parseDuration(text: string): number | undefined {
  const typed = text.trim().toLowerCase().replaceAll(/\s/g, "");
  const match = /^(?:(\d{1,2})[h:](\d{1,2})?|(\d{1,4})(?:min|mn|m)?)$/.exec(typed);
  if (!match) return undefined;
  const [, hours, minutes, only] = match;
  const total = only === undefined ? Number(hours) * 60 + Number(minutes ?? 0) : Number(only);
  return total >= 1 && total <= 1440 && Number(minutes ?? 0) < 60 ? total : undefined;
}

export const dueChoices = ["fortnight", "month", "season", "date", "none"] as const;
export type DueChoice = (typeof dueChoices)[number];

/**
 * The day a next step is due: in 15 days, in a month, before the season (1 April, or the 1st of the
 * month of the first full-season week), or the day that was picked.
 */
export function dueOn(
  choice: DueChoice,
  from: string,
  options: { date?: string | undefined; seasonOn?: string | undefined },
): string | null {
  if (choice === "date") return options.date ?? null;
  if (choice === "fortnight") return addDays(from, 15);
  if (choice === "month") return addMonths(from, 1);
  if (choice === "season") return options.seasonOn ?? nextAfter(from, "04-01");
  return null;
}

/** The next such day of the year (`MM-DD`) strictly after `from`. */
function nextAfter(from: string, dayOfYear: string): string {
  const year = Number(from.slice(0, 4));
  const thisYear = `${year}-${dayOfYear}`;
  return thisYear > from ? thisYear : `${year + 1}-${dayOfYear}`;
}
