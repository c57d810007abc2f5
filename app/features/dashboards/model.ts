import { addDays, addMonths, daysBetween, earlier, lastDayOf, mondayOf, monthOf } from "~/lib/dates";

export const periodChoices = ["year", "last-year", "12-months", "season", "custom"] as const;
export type PeriodChoice = (typeof periodChoices)[number];
export const compareChoices = ["last-year", "previous"] as const;
export type CompareChoice = (typeof compareChoices)[number];

export interface Days {
  from: string;
  to: string;
}

interface PeriodAsked {
  period: PeriodChoice;
  from?: string | undefined;
  to?: string | undefined;
  today: string;
  seasonWeeks: readonly number[];
}

/** The days that a choice means, never beyond today; what cannot be (a season without weeks, dates the wrong way round) is this civil year. */
export function resolvePeriod(asked: PeriodAsked): Days & { period: PeriodChoice } {
  const { today } = asked;
  const found = daysOf(asked);
  if (!found || found.from > found.to || found.from > today)
    return { period: "year", from: `${today.slice(0, 4)}-01-01`, to: today };
  return { period: asked.period, from: found.from, to: earlier(found.to, today) };
}

function daysOf({ period, from, to, today, seasonWeeks }: PeriodAsked): Days | undefined {
  const year = Number(today.slice(0, 4));
  if (period === "last-year") return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  if (period === "12-months") return { from: addMonths(`${monthOf(today)}-01`, -11), to: today };
  if (period === "season") return latestSeason(seasonWeeks, today);
  if (period === "custom" && (from || to)) return { from: from ?? addMonths(to ?? today, -12), to: to ?? today };
  return { from: `${year}-01-01`, to: today };
}

/** The season that is on, or else the last one that was: from the week after the year's longest quiet to the week before it. */
export function latestSeason(seasonWeeks: readonly number[], today: string): Days | undefined {
  const weeks = [...new Set(seasonWeeks)].sort((a, b) => a - b);
  const [earliest] = weeks;
  if (earliest === undefined) return undefined;
  const gaps = weeks.map((week, place) => ({ start: week, quiet: (week - (weeks.at(place - 1) ?? week) + 52) % 52 || 52 }));
  const { start } = gaps.reduce((longest, gap) => (gap.quiet > longest.quiet ? gap : longest));
  const before = weeks.filter((week) => week < start).at(-1);
  const end = before ?? weeks.at(-1) ?? start;
  const year = Number(today.slice(0, 4));
  const seasons = [year - 2, year - 1, year].map((first) => ({
    from: mondayOfWeek(first, start),
    to: addDays(mondayOfWeek(before === undefined ? first : first + 1, end), 6),
  }));
  return seasons.findLast((season) => season.from <= today);
}

function mondayOfWeek(year: number, week: number): string {
  return addDays(mondayOf(`${year}-01-04`), (week - 1) * 7);
}

/** The days compared with: the same ones a year before, or as many just before (as many months, where they are whole). */
export function comparedDays(choice: CompareChoice, { from, to }: Days): Days {
  if (choice === "last-year") return aYearBefore({ from, to });
  if (from.endsWith("-01") && to === lastDayOf(monthOf(to))) {
    const months =
      (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
    return { from: addMonths(from, -months), to: addDays(from, -1) };
  }
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}

/** The same days of the year before; 29 February falls back to the 28th, and a month's last day stays the last. */
export function aYearBefore({ from, to }: Days): Days {
  const isMonthEnd = to === lastDayOf(monthOf(to));
  const end = addMonths(to, -12);
  return { from: addMonths(from, -12), to: isMonthEnd ? lastDayOf(monthOf(end)) : end };
}

/** Today's period as the figures read it: nothing can be noted beyond today, so the month that has begun is whole. */
export function wholeToday({ from, to }: Days, today: string): Days {
  return { from, to: to === today ? lastDayOf(monthOf(to)) : to };
}

/** The period cut at each Monday; its first and last weeks may be short. */
export function sliceWeeks({ from, to }: Days): Days[] {
  const weeks: Days[] = [];
  for (let day = from; day <= to; day = addDays(mondayOf(day), 7))
    weeks.push({ from: day, to: earlier(addDays(mondayOf(day), 6), to) });
  return weeks;
}

interface Folded<T> {
  shown: T[];
  /** Too small to be shown alone. */
  folded: T[];
}

/**
 * Outside an office, no group of fewer than `least` people is shown: small rows go together, with the
 * next smallest where they would still be too few. When even all of them are, none is shown.
 */
export function foldSmall<T extends { known: number; reached: number }>(rows: readonly T[], least: number): Folded<T> {
  const bySize = [...rows].sort((a, b) => Math.min(a.known, a.reached) - Math.min(b.known, b.reached));
  const folded: T[] = [];
  const isEnough = () => folded.length === 0 || Math.min(sum(folded, "known"), sum(folded, "reached")) >= least;
  for (const row of bySize) {
    if (Math.min(row.known, row.reached) >= least && isEnough()) break;
    folded.push(row);
  }
  return { shown: rows.filter((row) => !folded.includes(row)), folded: isEnough() ? folded : [] };
}

function sum(rows: readonly { known: number; reached: number }[], key: "known" | "reached"): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
