import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { formatClock, formatDay, formatHours } from "~/i18n/format";
import { isHoliday } from "~/lib/public-holidays";
import { type Busy, listAbsencesBetween, listBusy, readWorkingDays } from "./busy.queries.server";
import { equipmentWarnings } from "./equipment.server";
import { hourMs, minuteMs, overlap, roadBetween, type Span, spanOf, worksOn } from "./model";
import type { Warning } from "./warnings";
import { readWeekLoad } from "./workload.queries.server";

/** A time of one person. */
export interface PlannedTime {
  ownerId: string;
  zone: string;
  userId: string;
  heldOn: string;
  startsAt: number;
  durationMinutes: number;
  travelMinutes: number;
  /** The clock went back: the hour comes twice, and the first is meant. */
  isDoubled: boolean;
}

/** A time that someone is about to plan. */
export interface Planned extends PlannedTime {
  /** The office's equipment that it takes along: quantity by thing. */
  equipment?: ReadonlyMap<string, number>;
  /** The row that moves. */
  exceptId?: string;
}

/** What a planned time meets: overlaps, travel too short, equipment taken, absence, holiday, day off, a week over its hours, a doubled hour. */
export function findConflicts(actor: Actor, planned: Planned): Warning[] {
  const except = planned.exceptId ? [planned.exceptId] : [];
  return [
    ...timeWarnings(actor, planned, except),
    ...hoursWarning(actor, planned, { minutes: planned.durationMinutes + planned.travelMinutes, except }),
    ...equipmentWarnings(spanOf(planned), planned),
  ];
}

/** What a time of one person meets but the hours of the week: overlaps, travel too short, absence, holiday, day off, a doubled hour. */
export function timeWarnings(actor: Actor, planned: PlannedTime, except: readonly string[]): Warning[] {
  const span = spanOf(planned);
  const around = { startsAt: span.startsAt - 4 * hourMs, endsAt: span.endsAt + 4 * hourMs };
  const busy = listBusy([planned.userId], around).filter((one) => !except.includes(one.id));
  return [
    ...busy.filter((one) => overlap(one, span)).map((one) => overlapWarning(actor, planned, one)),
    ...busy.flatMap((one) => travelWarning(actor, planned, one)),
    ...dayWarnings(actor, planned),
  ];
}

const titleFor = (actor: Actor, one: Busy): string => (can(actor, "agenda.view", { ownerId: one.ownerId }) ? one.title : "");

function overlapWarning(actor: Actor, { zone }: PlannedTime, one: Busy): Warning {
  const values = { title: titleFor(actor, one), from: clock(actor, one.startsAt, zone), to: clock(actor, one.endsAt, zone) };
  return { kind: "overlap", values };
}

const clock = (actor: Actor, instant: number, zone: string): string => formatClock(actor.locale, instant, zone);

/** Two events that do not overlap, with less time between them than the road takes. */
function travelWarning(actor: Actor, planned: PlannedTime, one: Busy): Warning[] {
  const road = roadBetween(planned, one);
  const gap = gapBetween(spanOf(planned), one);
  if (gap < 0 || gap >= road) return [];
  return [{ kind: "travel", values: { title: titleFor(actor, one), gap, road } }];
}

/** Minutes between two spans; negative where they overlap. */
function gapBetween(a: Span, b: Span): number {
  return Math.floor(Math.max(a.startsAt - b.endsAt, b.startsAt - a.endsAt) / minuteMs);
}

function dayWarnings(actor: Actor, { userId, ownerId, heldOn, zone, isDoubled }: PlannedTime): Warning[] {
  const day = formatDay(actor.locale, heldOn, "spoken");
  const found: Warning[] = [];
  if (listAbsencesBetween([userId], { from: heldOn, to: heldOn }).length > 0) found.push({ kind: "absence", values: { day } });
  if (isHoliday(heldOn, zone)) found.push({ kind: "holiday", values: { day } });
  else if (!worksOn(heldOn, readWorkingDays(userId, ownerId))) found.push({ kind: "dayOff", values: { day } });
  if (isDoubled) found.push({ kind: "doubled", values: {} });
  return found;
}

/** The week would go over the hours granted: what it holds, without the rows that move, and the minutes that are added. */
export function hoursWarning(
  actor: Actor,
  { userId, heldOn }: Pick<PlannedTime, "userId" | "heldOn">,
  { minutes, except }: { minutes: number; except: readonly string[] },
): Warning[] {
  const week = readWeekLoad(userId, heldOn, except);
  const total = week.done + week.planned + minutes;
  if (week.granted === 0 || total <= week.granted) return [];
  const values = { total: formatHours(actor.locale, total), granted: formatHours(actor.locale, week.granted) };
  return [{ kind: "hours", values }];
}
