import type { Actor } from "~/access/actor";
import {
  countKnownProviders,
  countNewProviders,
  countProvidersReached,
  type FigurePeriod,
  getCoachingTotals,
  listCoachingByMonth,
  listCoachingByTheme,
} from "~/features/figures/queries.server";

/** The figures of one civil year, with last year's same months to compare (design §2). */
export function readYearDashboard(actor: Actor, asked: { year: number; lastMonth: string; office?: string | undefined }) {
  const period: FigurePeriod = { from: `${asked.year}-01-01`, to: `${asked.year}-${asked.lastMonth}-31`, office: asked.office };
  const before: FigurePeriod = {
    from: `${asked.year - 1}-01-01`,
    to: `${asked.year - 1}-${asked.lastMonth}-31`,
    office: asked.office,
  };
  return {
    totals: getCoachingTotals(actor, period),
    totalsBefore: getCoachingTotals(actor, before),
    reached: countProvidersReached(actor, period),
    reachedBefore: countProvidersReached(actor, before),
    newProviders: countNewProviders(actor, period),
    known: countKnownProviders(actor, period),
    byMonth: listCoachingByMonth(actor, period),
    byTheme: listCoachingByTheme(actor, period),
  };
}
