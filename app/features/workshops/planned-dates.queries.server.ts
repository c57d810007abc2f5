import { and, asc, eq, gte, inArray, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { workshopFacilitators, workshopParts, workshops } from "~/db/schema/workshops.server";
import { addDays, daysBetween, isDay } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { type Moment, momentsOf } from "./columns.server";
import type { WorkshopInput } from "./form";
import { type HolidayDates, holidayDates, type SeriesOffice, type Without } from "./left-out.server";
import { isAhead } from "./model";
import { datesOf, type Repeat, ruleOf } from "./recurrence.server";

export interface SeriesInput {
  repeat: Repeat;
  until: string;
  exceptions: readonly string[];
  without?: Without;
}

/**
 * The rule of a series, the days that it gives and those that its ticks leave out, which become exceptions
 * of the rule (RFC 5545, EXDATE); no day where the rule gives none. Throws RuleError `exceptionDay`.
 */
export function seriesDays(input: WorkshopInput, series: SeriesInput, office: SeriesOffice) {
  const [first] = input.parts;
  if (!first) return undefined;
  const rule = ruleOf(series.repeat, first.day);
  if (!series.exceptions.every(isDay)) throw new RuleError("exceptionDay", {}, "exceptions");
  const asked = { zone: office.zone, startsOn: first.day, startClock: first.from, rule, exceptions: [...series.exceptions] };
  const ruled = datesOf(asked, series.until);
  const holidays = holidayDates(office, ruled, { parts: input.parts, without: series.without ?? {} });
  const base = { ...asked, exceptions: [...asked.exceptions, ...holidays.leftOut.map((one) => one.day)] };
  return { base, days: ruled.filter((day) => !base.exceptions.includes(day)), holidays };
}

/** The same form on other days. */
export const moved = (input: WorkshopInput, days: number): WorkshopInput => ({
  ...input,
  parts: input.parts.map((part) => ({ ...part, day: addDays(part.day, days) })),
});

/** The dates of a series from an instant on that may still be changed, the first first. */
export function listFollowing(seriesId: string | null, from: number) {
  if (seriesId === null) return [];
  return db()
    .select()
    .from(workshops)
    .where(
      and(
        eq(workshops.seriesId, seriesId),
        gte(workshops.startsAt, from),
        inArray(workshops.state, ["draft", "published", "full"]),
        isNull(workshops.deletedAt),
      ),
    )
    .orderBy(asc(workshops.startsAt))
    .all()
    .filter((row) => isAhead(row.state));
}

/** A date that a form is about to save. */
export interface PlannedDate {
  /** The workshop that moves; undefined where it is new. */
  id: string | undefined;
  parts: readonly Moment[];
}

/** The dates that a new form plans (one, or all of its series) and those of the series that fall in holidays. Throws RuleError `clockSkipped`, `partsOverlap`. */
export function plannedDates(
  input: WorkshopInput,
  office: SeriesOffice,
  series: SeriesInput | undefined,
): { dates: PlannedDate[] } & HolidayDates {
  const asked = series ? seriesDays(input, series, office) : undefined;
  const days = series ? (asked?.days ?? []) : [undefined];
  const first = input.parts[0]?.day ?? "";
  const dates = days.map((on) => ({
    id: undefined,
    parts: momentsOf((on ? moved(input, daysBetween(first, on)) : input).parts, office.zone).parts,
  }));
  return { dates, ...(asked?.holidays ?? { leftOut: [], kept: [] }) };
}

interface SavedDate {
  id: string;
  ownerId: string;
  seriesId: string | null;
  heldOn: string;
  startsAt: number;
  zone: string;
}

/** A change of one date, or of it and those that follow, holidays left out or not. */
export interface ChangeScope {
  isFollowing: boolean;
  without?: Without;
}

/**
 * The dates that a change saves: this one, with those that follow where they change too; the following that
 * fall in holidays on their new day are told, and leave the series where a tick says so. The date that is
 * edited is kept: its day was picked by hand.
 */
export function changedRows(before: SavedDate, input: WorkshopInput, { isFollowing, without = {} }: ChangeScope) {
  const following = isFollowing ? listFollowing(before.seriesId, before.startsAt).filter((row) => row.id !== before.id) : [];
  const shift = daysBetween(before.heldOn, input.parts[0]?.day ?? before.heldOn);
  const dayOf = (row: { heldOn: string }) => addDays(row.heldOn, shift);
  const office = { id: before.ownerId, zone: before.zone };
  const { leftOut, kept } = holidayDates(office, following.map(dayOf), { parts: input.parts, without });
  const isOut = (row: { heldOn: string }) => leftOut.some((one) => one.day === dayOf(row));
  // A day that does not move was told when it was planned.
  const holidays = { leftOut, kept: shift === 0 ? [] : kept };
  return { staying: following.filter((row) => !isOut(row)), removed: following.filter(isOut), holidays };
}

/** The dates of a change with their new times, and those in holidays. Throws what planning throws. */
export function changedDates(
  before: SavedDate,
  input: WorkshopInput,
  scope: ChangeScope,
): { dates: PlannedDate[]; removed: readonly { id: string }[] } & HolidayDates {
  const { staying, removed, holidays } = changedRows(before, input, scope);
  const dates = [before, ...staying].map((row) => ({
    id: row.id,
    parts: momentsOf(moved(input, daysBetween(before.heldOn, row.heldOn)).parts, before.zone).parts,
  }));
  return { dates, removed, ...holidays };
}

/** Who is at which part of these workshops as they are saved: `userId/startsAt/endsAt`. */
export function savedTimes(workshopIds: readonly string[]): ReadonlySet<string> {
  const rows = db()
    .select({ userId: workshopFacilitators.userId, startsAt: workshopParts.startsAt, endsAt: workshopParts.endsAt })
    .from(workshopParts)
    .innerJoin(workshopFacilitators, eq(workshopFacilitators.workshopId, workshopParts.workshopId))
    .where(inArray(workshopParts.workshopId, [...workshopIds, ""]))
    .all();
  return new Set(rows.map((row) => `${row.userId}/${row.startsAt}/${row.endsAt}`));
}
