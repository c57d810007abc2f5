import type { Actor } from "~/access/actor";
import { listCommuneNames, listCoverage, listOfficeCoverage } from "~/features/figures/coverage.queries.server";
import { listFacilitatorHours, listFacilitatorNames } from "~/features/figures/hours.queries.server";
import { addUp, isNarrowed } from "~/features/figures/model";
import { listFigureOffices } from "~/features/figures/offices.queries.server";
import { getPlanTotals } from "~/features/figures/plans.queries.server";
import {
  countEstablishmentsReached,
  type FigureAsked,
  listMonthlyCounts,
  listOfficeCounts,
  listTopicCounts,
} from "~/features/figures/queries.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import type { DashboardQuery } from "./form";
import { aYearBefore, comparedDays, type Days, resolvePeriod, wholeToday } from "./model";

/** What an address asks for, made sure: the offices, the days, and the filters that the actor may use. */
export function resolveDashboard(actor: Actor, query: DashboardQuery) {
  const offices = listFigureOffices(actor);
  const viewed = offices.filter((office) => query.office === undefined || office.id === query.office);
  const [first] = viewed;
  if (!first) throw new NotFoundError("office");
  const today = dayIn(first.zone, now());
  const days = resolvePeriod({ ...query, period: query.period ?? "year", today, seasonWeeks: first.seasonWeeks });
  const compare = query.compare ?? "last-year";
  const isDetailed = viewed.every((office) => office.isDetailed);
  const { facilitator, kind, theme, channel, providerKind, commune, office } = query;
  const personal = isDetailed ? { facilitator, providerKind, commune } : {};
  const narrowing = { kind, theme, channel, ...personal };
  return { offices, viewed, today, days, compare, before: comparedDays(compare, days), isDetailed, office, narrowing };
}
export type DashboardAsked = ReturnType<typeof resolveDashboard>;

/** These days with the offices and filters of the address, as the figures are asked. */
export function periodOf({ today, office, narrowing }: DashboardAsked, days: Days): FigureAsked {
  return { ...wholeToday(days, today), office, ...narrowing };
}

/** Every figure of the page, with the same of the days compared with (design §2). */
export function readDashboard(actor: Actor, asked: DashboardAsked) {
  const { days, before } = asked;
  const period = (given: Days) => periodOf(asked, given);
  const current = period(days);
  const aYearAgo = aYearBefore(days);
  const months = listMonthlyCounts(actor, current);
  const monthsBefore = listMonthlyCounts(actor, period(before));
  const monthsAYearAgo = asked.compare === "last-year" ? monthsBefore : listMonthlyCounts(actor, period(aYearAgo));
  const coverage = listCoverage(actor, current, before);
  const hours = listFacilitatorHours(actor, current, days);
  return {
    totals: addUp(months),
    totalsBefore: addUp(monthsBefore),
    months,
    monthsAYearAgo,
    topics: listTopicCounts(actor, current),
    coverage,
    hours,
    establishments: countEstablishmentsReached(actor, current),
    plans: getPlanTotals(actor, { ...current, asOf: days.to }, before),
    byOffice: asked.viewed.length > 1 ? readByOffice(actor, current, asked) : [],
  };
}
export type DashboardData = ReturnType<typeof readDashboard>;

/** What the filters offer; taken from the figures themselves when nothing narrows them. */
export function readFilterOptions(actor: Actor, asked: DashboardAsked, data: DashboardData) {
  if (!asked.isDetailed) return { facilitators: [], communes: [] };
  if (isNarrowed(asked.narrowing)) {
    return { facilitators: listFacilitatorNames(actor, asked.office), communes: listCommuneNames(actor, asked.office) };
  }
  const communes = new Map(data.coverage.map((row) => [row.inseeCode ?? "", row.commune ?? ""]));
  communes.delete("");
  return {
    facilitators: data.hours.map((one) => ({ id: one.facilitatorId, name: one.name })),
    communes: [...communes].map(([inseeCode, name]) => ({ inseeCode, name })),
  };
}

function readByOffice(actor: Actor, current: FigureAsked, asked: DashboardAsked) {
  const counts = listOfficeCounts(actor, current);
  const coverage = listOfficeCoverage(actor, current);
  return asked.viewed.map(({ id, name }) => {
    const own = counts.filter((row) => row.ownerId === id);
    const covered = coverage.find((row) => row.ownerId === id);
    const sum = (key: "sessions" | "supports" | "minutes") => own.reduce((total, row) => total + row[key], 0);
    return {
      id,
      name,
      sessions: sum("sessions"),
      supports: sum("supports"),
      minutes: sum("minutes"),
      known: covered?.known ?? 0,
      reached: covered?.reached ?? 0,
    };
  });
}
