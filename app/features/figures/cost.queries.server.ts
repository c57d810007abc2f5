import { and, inArray, isNotNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { listFacilitatorHours } from "./hours.queries.server";
import { type FigureAsked, getCoachingTotals, officesOfFigures } from "./queries.server";

/** Beyond so many offices no cost is told: each has its own. */
const mostOffices = 50;

/**
 * What the hours used cost (cents, at each office's own cost of an hour), with the supports and the
 * minutes of contact of the same offices; undefined where no office has set a cost.
 */
export function getCosts(actor: Actor, asked: FigureAsked) {
  const owners = officesOfFigures(actor, asked.office);
  const offices = db()
    .select({ id: organisations.id, hourCostCents: organisations.hourCostCents })
    .from(organisations)
    .where(and(inArray(organisations.id, owners), isNotNull(organisations.hourCostCents)))
    .all();
  if (offices.length === 0 || owners.length > mostOffices) return undefined;
  const costs = { cents: 0, supports: 0, minutes: 0, offices: { shown: offices.length, all: owners.length } };
  for (const { id, hourCostCents } of offices) {
    const own = { ...asked, office: id };
    const used = listFacilitatorHours(actor, own).reduce((total, one) => total + one.used, 0);
    const { supports, minutes } = getCoachingTotals(actor, own);
    costs.cents += (used / 60) * (hourCostCents ?? 0);
    costs.supports += supports;
    costs.minutes += minutes;
  }
  return costs;
}
