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

/** Which dates fall in holidays: those that the ticks leave out, and those that stay all the same. */
export interface HolidayDates {
  leftOut: LeftOut[];
  kept: LeftOut[];
}

/** The dates that fall in holidays, by what the ticks do with them; a date of several parts goes whole where one of them does. */
export function holidayDates(
  office: SeriesOffice,
  days: readonly string[],
  { parts, without }: Pick<WorkshopInput, "parts"> & { without: Without },
): HolidayDates {
  const first = parts[0]?.day ?? "";
  const shifts = parts.map((part) => daysBetween(first, part.day));
  const partDays = days.flatMap((day) => shifts.map((shift) => addDays(day, shift))).toSorted();
  const periods = listPeriods([office.id], { from: partDays[0] ?? "", to: partDays.at(-1) ?? "" });
  const met = days.flatMap((day) => {
    const held = shifts.map((shift) => addDays(day, shift));
    const school = periods.find((one) => held.some((on) => one.startsOn <= on && on <= one.endsOn));
    const isPublic = held.some((on) => isHoliday(on, office.zone));
    if (!school && !isPublic) return [];
    const isLeftOut = (without.schoolHolidays && school) || (without.publicHolidays && isPublic);
    const isForSchool = school && (without.schoolHolidays || !isPublic);
    return [{ day, why: isForSchool ? school.name : undefined, isLeftOut: Boolean(isLeftOut) }];
  });
  const those = (isLeftOut: boolean) => met.filter((one) => one.isLeftOut === isLeftOut).map(({ day, why }) => ({ day, why }));
  return { leftOut: those(true), kept: those(false) };
}

/** The holidays that a workshop would meet if it began on a day, in words; undefined where it meets none. */
export function holidayOf(
  actor: Actor,
  office: SeriesOffice,
  { parts, on }: { parts: readonly { heldOn: string }[]; on: string },
): string | undefined {
  const days = parts.map((part) => ({ day: part.heldOn, from: "", to: "" }));
  const [met] = holidayDates(office, [on], { parts: days, without: {} }).kept;
  return met && (met.why ?? translator(actor.locale)("workshops:series.publicHoliday"));
}

/** What a form comes back with before it plans dates in holidays, or without them. */
export interface HolidayNotice {
  /** Sent back with the form once the dates were read. */
  key: string;
  lists: { title: string; texts: string[]; rest: string }[];
}

interface Told extends HolidayDates {
  /** How many dates remain. */
  rest: number;
  /** Of saved dates that a tick takes away: how many of their registered will hear of it. */
  toTell?: number;
}

/** The dates in holidays, in words; null where there is none. */
export function describeHolidays(actor: Actor, { leftOut, kept, rest, toTell }: Told): HolidayNotice | null {
  if (leftOut.length + kept.length === 0) return null;
  const t = translator(actor.locale);
  const named = ({ day, why }: LeftOut) =>
    t("workshops:series.leftOutDay", {
      day: formatDay(actor.locale, day, "long"),
      why: why ?? t("workshops:series.publicHoliday"),
    });
  const stay = t("workshops:series.stay", { count: rest });
  const lists = [
    {
      title: t("workshops:series.leftOut", { count: leftOut.length }),
      texts: leftOut.map(named),
      rest: toTell === undefined ? stay : `${stay} ${t("workshops:series.dropped", { count: toTell })}`,
    },
    {
      title: t("workshops:series.kept", { count: kept.length }),
      texts: kept.map(named),
      rest: t("workshops:series.keptNote"),
    },
  ];
  const days = [leftOut, kept].map((one) => one.map(({ day }) => day).join(" "));
  return { key: days.join("/"), lists: lists.filter((one) => one.texts.length > 0) };
}
