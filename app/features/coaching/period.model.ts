import { addDays, lastDayOf, mondayOf, monthOf } from "~/lib/dates";

export const logPeriods = ["week", "month", "season", "year", "free"] as const;
export type LogPeriod = (typeof logPeriods)[number];

/** The first and last day of « this week », « this month », « this season », « this year ». */
export function periodDays(period: Exclude<LogPeriod, "free">, today: string, seasonWeeks: readonly number[]) {
  const year = today.slice(0, 4);
  if (period === "week") return { from: mondayOf(today), to: addDays(mondayOf(today), 6) };
  if (period === "month") return { from: `${monthOf(today)}-01`, to: lastDayOf(monthOf(today)) };
  if (period === "season") return seasonDays(Number(year), seasonWeeks);
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** From the first to the last full-season week of the year (ISO weeks); April to September where the office has said none. */
function seasonDays(year: number, weeks: readonly number[]) {
  if (weeks.length === 0) return { from: `${year}-04-01`, to: `${year}-09-30` };
  const firstMonday = mondayOf(`${year}-01-04`);
  const mondayOfWeek = (week: number) => addDays(firstMonday, (week - 1) * 7);
  return { from: mondayOfWeek(Math.min(...weeks)), to: addDays(mondayOfWeek(Math.max(...weeks)), 6) };
}
