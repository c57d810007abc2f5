import { addDays, daysBetween, earlier, lastDayOf, later, monthOf } from "~/lib/dates";

/** ISO days, both included. */
export interface Period {
  from: string;
  to: string;
}

export interface PeriodParts {
  /** Whole months, read from the summaries. */
  months: Period | undefined;
  /** Days outside whole months, read from the facts. */
  days: Period[];
}

/** Cuts a period into its whole months and the days before and after them. */
export function cutIntoMonths({ from, to }: Period): PeriodParts {
  const firstWhole = from.endsWith("-01") ? from : addDays(lastDayOf(monthOf(from)), 1);
  const lastWhole = to === lastDayOf(monthOf(to)) ? to : addDays(`${monthOf(to)}-01`, -1);
  if (firstWhole > lastWhole) return { months: undefined, days: from > to ? [] : [{ from, to }] };
  const before = { from, to: addDays(firstWhole, -1) };
  const after = { from: addDays(lastWhole, 1), to };
  return { months: { from: firstWhole, to: lastWhole }, days: [before, after].filter((part) => part.from <= part.to) };
}

/** Hours granted by a membership: per full civil year, from its first to its last day. */
export interface Grant {
  hoursPerYear: number;
  startsOn: string;
  endsOn: string | null;
}

/** Minutes granted within a period: each civil year's hours by the share of its days that the membership and the period have in common. */
export function grantedMinutes(grant: Grant, period: Period): number {
  const from = later(grant.startsOn, period.from);
  const to = earlier(grant.endsOn ?? period.to, period.to);
  let minutes = 0;
  for (let year = Number(from.slice(0, 4)); from <= to && year <= Number(to.slice(0, 4)); year += 1) {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const days = daysBetween(later(from, first), earlier(to, last)) + 1;
    minutes += (grant.hoursPerYear * 60 * days) / (daysBetween(first, last) + 1);
  }
  return Math.round(minutes);
}
