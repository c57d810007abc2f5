import type { Actor } from "~/access/actor";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { addDays, daysBetween } from "~/lib/dates";
import { isHoliday } from "~/lib/public-holidays";
import type { WorkshopInput } from "./form";
import { listPeriods } from "./periods.queries.server";

export interface SeriesOffice {
  id: string;
  zone: string;
}

/** What a series may do without: the holidays of the office's calendar file, France's public holidays. */
export interface Without {
  schoolHolidays?: boolean;
  publicHolidays?: boolean;
}

/** A date that a series would have; `why` is the holidays' name, undefined on a public holiday. */
export interface LeftOut {
  day: string;
  why: string | undefined;
}

/** Which of a series' dates fall in what it does without; a date of several parts goes whole where one of them does. */
export function leftOutOf(
  office: SeriesOffice,
  days: readonly string[],
  { parts, without }: Pick<WorkshopInput, "parts"> & { without: Without },
): LeftOut[] {
  const first = parts[0]?.day ?? "";
  const shifts = parts.map((part) => daysBetween(first, part.day));
  const partDays = days.flatMap((day) => shifts.map((shift) => addDays(day, shift))).toSorted();
  const span = { from: partDays[0] ?? "", to: partDays.at(-1) ?? "" };
  const periods = without.schoolHolidays ? listPeriods([office.id], span) : [];
  const isPublic = (day: string) => without.publicHolidays === true && isHoliday(day, office.zone);
  return days.flatMap((day) => {
    const held = shifts.map((shift) => addDays(day, shift));
    const met = periods.find((one) => held.some((on) => one.startsOn <= on && on <= one.endsOn));
    return met || held.some(isPublic) ? [{ day, why: met?.name }] : [];
  });
}

/** The dates left out, in words, with a key of them that the form sends back once they were read; null where there is none. */
export function describeLeftOut(actor: Actor, planned: { dates: readonly unknown[]; leftOut: readonly LeftOut[] }) {
  if (planned.leftOut.length === 0) return null;
  const key = planned.leftOut.map((one) => one.day).join(" ");
  const t = translator(actor.locale);
  const title = t("workshops:series.leftOut", { count: planned.leftOut.length });
  const rest = t("workshops:series.stay", { count: planned.dates.length });
  const texts = planned.leftOut.map(({ day, why }) => {
    const spoken = formatDay(actor.locale, day, "long");
    return t("workshops:series.leftOutDay", { day: spoken, why: why ?? t("workshops:series.publicHoliday") });
  });
  return { key, title, rest, texts };
}
