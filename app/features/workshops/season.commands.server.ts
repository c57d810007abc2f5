import { and, asc, eq, gte, isNull, lte, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshops } from "~/db/schema/workshops.server";
import { addDays } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { type HolidayDates, holidayDates, type SeriesOffice, type Without } from "./left-out.server";
import type { Days } from "./periods.queries.server";
import { listParts } from "./queries.server";
import { copyWorkshop } from "./series.commands.server";

export interface Season extends Days {
  without?: Without;
}

/** A year later on the same weekday: 52 weeks. */
const yearDays = 364;

/**
 * The workshops of a season as the next year would hold them: how many would be copied, and the new days
 * that fall in holidays, left out by a tick or not; a day of several workshops counts once among the latter.
 */
export function seasonDates(office: SeriesOffice, season: Season): { count: number } & HolidayDates {
  const all = nextYear(office, season);
  const byDay = (of: (one: HolidayDates) => HolidayDates["kept"]) =>
    [...new Map(all.flatMap((one) => of(one.holidays)).map((met) => [met.day, met])).values()].toSorted((a, b) =>
      a.day < b.day ? -1 : 1,
    );
  return { count: all.filter(isKept).length, leftOut: byDay((one) => one.leftOut), kept: byDay((one) => one.kept) };
}

/** Every workshop of a period as a draft a year later, on the same weekday; the same again makes nothing new. */
export function copySeason(
  actor: Actor,
  office: Authorized<SeriesOffice, "workshop.plan">,
  season: Season & { id: string },
): { count: number } {
  return run(actor, { name: "workshop.copySeason", id: season.id, input: season, ownerId: office.id }, () => {
    const kept = nextYear(office, season).filter(isKept);
    for (const { row, on } of kept) copyWorkshop(actor, authorize(actor, "workshop.plan", row), { id: newId(), on });
    return { count: kept.length };
  });
}

const isKept = (one: { holidays: HolidayDates }) => one.holidays.leftOut.length === 0;

function nextYear(office: SeriesOffice, { from, to, without = {} }: Season) {
  const rows = db()
    .select()
    .from(workshops)
    .where(
      and(
        eq(workshops.ownerId, office.id),
        isNull(workshops.deletedAt),
        gte(workshops.heldOn, from),
        lte(workshops.heldOn, to),
        ne(workshops.state, "cancelled"),
      ),
    )
    .orderBy(asc(workshops.startsAt))
    .limit(500)
    .all();
  return rows.map((row) => {
    const on = addDays(row.heldOn, yearDays);
    const parts = listParts(row.id).map((part) => ({ day: part.heldOn, from: "", to: "" }));
    return { row, on, holidays: holidayDates(office, [on], { parts, without }) };
  });
}
