import type { Actor } from "~/access/actor";
import { listDayMinutes, listGrantedMinutes } from "~/features/figures/hours.queries.server";
import { isNarrowed } from "~/features/figures/model";
import { listPlanMonths } from "~/features/figures/plans.queries.server";
import { listThemeMonths } from "~/features/figures/queries.server";
import { weekOf } from "~/lib/dates";
import { sliceWeeks } from "./model";
import { type DashboardAsked, periodOf } from "./queries.server";

/** Beyond so many weeks a column a week can no longer be read. */
const mostWeeks = 54;

/**
 * What moves over the period: sessions by theme and month, actions proposed and done by month, and, for one
 * office seen in detail, the hours of each week against those granted (none where a filter other than a
 * person's makes the two unlike).
 */
export function readSeries(actor: Actor, asked: DashboardAsked) {
  const period = periodOf(asked, asked.days);
  return {
    themeMonths: listThemeMonths(actor, period),
    planMonths: listPlanMonths(actor, { ...period, asOf: asked.days.to }),
    weeks: asked.isDetailed && asked.viewed.length === 1 ? readWeeks(actor, asked) : [],
  };
}
export type Series = ReturnType<typeof readSeries>;

function readWeeks(actor: Actor, asked: DashboardAsked) {
  const slices = sliceWeeks(asked.days);
  if (slices.length > mostWeeks) return [];
  const days = listDayMinutes(actor, { ...periodOf(asked, asked.days), ...asked.days });
  const { facilitator: _, ...others } = asked.narrowing;
  const granted = isNarrowed(others) ? [] : listGrantedMinutes(actor, { ...periodOf(asked, asked.days), ...asked.days }, slices);
  const inSeason = new Set(asked.viewed.flatMap(({ seasonWeeks }) => seasonWeeks));
  return slices.map((slice, place) => {
    const own = days.filter(({ day }) => day >= slice.from && day <= slice.to);
    const used = own.reduce((total, one) => total + one.contact + one.preparation + one.travel + one.otherWork, 0);
    return { ...slice, week: weekOf(slice.from), used, granted: granted[place] ?? 0, isSeason: inSeason.has(weekOf(slice.from)) };
  });
}
