import { years } from "./sizes";

// What a tourist office does in a year: calm in summer, busy from November to April.
const monthWeights = [11, 12, 12, 10, 8, 6, 3, 2, 6, 10, 12, 8];

/**
 * The day of each of `count` sessions, in order, over the years that end on `today`: a calendar
 * of weighted months, read at equal steps.
 */
export function seasonalDays(count: number, today: string): string[] {
  const days = calendar(today);
  const total = days.reduce((sum, one) => sum + one.weight, 0);
  const found: string[] = [];
  let [place, passed] = [0, days[0]?.weight ?? 0];
  for (let nth = 0; nth < count; nth++) {
    const wanted = ((nth + 0.5) * total) / count;
    while (passed < wanted && place < days.length - 1) {
      place += 1;
      passed += days[place]?.weight ?? 0;
    }
    found.push(days[place]?.day ?? today);
  }
  return found;
}

function calendar(today: string): { day: string; weight: number }[] {
  const end = Date.parse(`${today}T00:00:00Z`);
  const start = Date.parse(`${Number(today.slice(0, 4)) - years}${today.slice(4)}T00:00:00Z`) + 86_400_000;
  const days: { day: string; weight: number }[] = [];
  for (let at = start; at <= end; at += 86_400_000) {
    const date = new Date(at);
    if (date.getUTCDay() === 0 || date.getUTCDay() === 6) continue;
    days.push({ day: date.toISOString().slice(0, 10), weight: monthWeights[date.getUTCMonth()] ?? 1 });
  }
  return days;
}
