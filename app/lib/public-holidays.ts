import { addDays } from "./dates";

/** Days when the abolition of slavery is kept, by zone. */
const abolition: Readonly<Record<string, string>> = {
  "America/Guadeloupe": "05-27",
  "America/Martinique": "05-22",
  "America/Cayenne": "06-10",
  "Indian/Reunion": "12-20",
  "Indian/Mayotte": "04-27",
};

/** Whether a day is a public holiday in France, the overseas one of its zone included. */
export function isHoliday(day: string, zone: string): boolean {
  const fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25", abolition[zone] ?? ""];
  if (fixed.includes(day.slice(5))) return true;
  const easter = easterOf(Number(day.slice(0, 4)));
  return [1, 39, 50].some((after) => addDays(easter, after) === day);
}

/** Easter Sunday of a year (the anonymous Gregorian computus). */
export function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const place = moon + weekday - 7 * late + 114;
  const month = String(Math.floor(place / 31)).padStart(2, "0");
  return `${year}-${month}-${String((place % 31) + 1).padStart(2, "0")}`;
}
