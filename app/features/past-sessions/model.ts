import { dayOfSerial } from "~/features/imports/serial-day.model";
import { isDay } from "~/lib/dates";
import { fold } from "~/lib/fold";

const months = ["janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"];

/** The ISO day of what people write: `2024-03-12`, `12/03/2024`, `12.03.24`, `12 mars 2024`, Excel's own number; null for none. */
export function parsePastDay(text: string): string | null {
  const folded = fold(text).replace(
    /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)\.? /,
    "",
  );
  const iso = /^(\d{4})[ /.](\d{1,2})[ /.](\d{1,2})(?:[ t]|$)/.exec(folded);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const french = /^(\d{1,2})[ /.](\d{1,2})[ /.](\d{4}|\d{2})(?: |$)/.exec(folded);
  if (french) return dayOf(french[3], french[2], french[1]);
  const spoken = /^(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4}|\d{2})(?: |$)/.exec(folded);
  if (spoken) return dayOf(spoken[3], String(monthOf(spoken[2] ?? "")), spoken[1]);
  return dayOfSerial(text.trim());
}

function monthOf(word: string): number {
  const place = months.findIndex((one) => word.startsWith(one) || (word.length >= 3 && one.startsWith(word)));
  return place + 1;
}

function dayOf(year = "", month = "", day = ""): string | null {
  const whole = year.length === 2 ? `20${year}` : year;
  const text = `${whole}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}

/** What a bare number counts, where the column's title tells. */
export type DurationUnit = "minutes" | "hours" | null;

export function unitOfTitle(title: string): DurationUnit {
  const folded = fold(title);
  if (/\bmin|mn\b/.test(folded)) return "minutes";
  return /\bh\b|heure/.test(folded) ? "hours" : null;
}

/**
 * Minutes of `1h30`, `1:30`, `1:30:00`, `90`, `90 min`, `1,5`, `1.5 h`; a bare number under 10, or with a decimal
 * part, is hours unless the title says minutes; `0.0625` of a cell without a format is that part of a day. Undefined for none, or outside 1 minute to 24 hours.
 */
export function parsePastDuration(text: string, unit: DurationUnit): number | undefined {
  const typed = fold(text).replaceAll(" ", "").replace(",", ".");
  const minutes = minutesOfClock(typed) ?? minutesOfNumber(typed, unit);
  return minutes !== undefined && minutes >= 1 && minutes <= 1440 ? minutes : undefined;
}

function minutesOfClock(typed: string): number | undefined {
  const match = /^(\d{1,2})(?:h|:|heures?)(\d{1,2})?(?:min|mn|m)?(?::\d{2})?$/.exec(typed);
  if (!match) return undefined;
  const rest = Number(match[2] ?? 0);
  return rest < 60 ? Number(match[1]) * 60 + rest : undefined;
}

function minutesOfNumber(typed: string, unit: DurationUnit): number | undefined {
  const match = /^(\d{1,4}(?:\.\d+)?)(h|heures?|min|mn|m|minutes?|')?$/.exec(typed);
  if (!match) return undefined;
  const [, digits = "", said] = match;
  const value = Number(digits);
  if (!said && /^0\.0\d{3,}$/.test(digits)) return Math.round(value * 1440);
  const isHours = said ? said.startsWith("h") : unit === "hours" || (unit === null && (digits.includes(".") || value < 10));
  return Math.round(isHours ? value * 60 : value);
}
