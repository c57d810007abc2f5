import { and, asc, eq, gte, inArray, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { workshopFacilitators, workshopParts, workshops } from "~/db/schema/workshops.server";
import { addDays, daysBetween, isDay } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { type Moment, momentsOf } from "./columns.server";
import type { WorkshopInput } from "./form";
import { isAhead } from "./model";
import { datesOf, type Repeat, ruleOf } from "./recurrence.server";

export interface SeriesInput {
  repeat: Repeat;
  until: string;
  exceptions: readonly string[];
}

/** The rule of a series and the days that it gives; no day where the rule gives none. Throws RuleError `exceptionDay` for an exception that is none. */
export function seriesDays(input: WorkshopInput, series: SeriesInput, zone: string) {
  const [first] = input.parts;
  if (!first) return undefined;
  const rule = ruleOf(series.repeat, first.day);
  if (!series.exceptions.every(isDay)) throw new RuleError("exceptionDay", {}, "exceptions");
  const base = { zone, startsOn: first.day, startClock: first.from, rule, exceptions: [...series.exceptions] };
  return { base, days: datesOf(base, series.until) };
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

/** The dates that a new form plans: one, or all of its series. Throws RuleError `clockSkipped`, `partsOverlap`. */
export function plannedDates(input: WorkshopInput, zone: string, series: SeriesInput | undefined): PlannedDate[] {
  const days = series ? (seriesDays(input, series, zone)?.days ?? []) : [undefined];
  const first = input.parts[0]?.day ?? "";
  return days.map((on) => ({
    id: undefined,
    parts: momentsOf((on ? moved(input, daysBetween(first, on)) : input).parts, zone).parts,
  }));
}

/** The dates that a change saves: this one, with those that follow where they change too. Throws what planning throws. */
export function changedDates(
  before: { id: string; seriesId: string | null; heldOn: string; startsAt: number; zone: string },
  input: WorkshopInput,
  isFollowing: boolean,
): PlannedDate[] {
  const following = isFollowing ? listFollowing(before.seriesId, before.startsAt).filter((row) => row.id !== before.id) : [];
  return [before, ...following].map((row) => ({
    id: row.id,
    parts: momentsOf(moved(input, daysBetween(before.heldOn, row.heldOn)).parts, before.zone).parts,
  }));
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
