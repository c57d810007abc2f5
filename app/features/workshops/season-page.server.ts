import type { Actor } from "~/access/actor";
import { now } from "~/lib/clock";
import { addDays, dayIn } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { describeHolidays, type SeriesOffice } from "./left-out.server";
import { describeNotes, listPeriods } from "./periods.queries.server";
import { withoutFrom } from "./posted.server";
import { type Season, seasonDates } from "./season.commands.server";

/** « Reprendre la saison »: the last twelve months by default, and what the year to come holds. */
export function readSeasonPage(actor: Actor, office: SeriesOffice & { name: string }) {
  const today = dayIn(office.zone, now());
  const ahead = { from: today, to: addDays(today, 365) };
  return {
    typed: { id: newId(), from: addDays(today, -365), to: today },
    office: office.name,
    notes: describeNotes(actor, ahead),
    hasHolidays: listPeriods([office.id], { ...ahead, to: addDays(today, 550) }).length > 0,
  };
}

interface AskedSeason {
  period: Pick<Season, "from" | "to">;
  values: Record<string, string>;
}

/** The season with its ticks, and the new dates in holidays, null once they were read. */
export function tellSeason(actor: Actor, office: SeriesOffice, { period, values }: AskedSeason) {
  const season = { ...period, without: withoutFrom(values) };
  const { count, leftOut, kept } = seasonDates(office, season);
  const holidays = describeHolidays(actor, { leftOut, kept, rest: count });
  return { season, holidays: holidays?.key === values.leftOut ? null : holidays };
}
