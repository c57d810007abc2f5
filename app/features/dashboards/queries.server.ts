import type { Actor } from "~/access/actor";
import { hasElsewhere } from "~/features/coaching/shared.queries.server";
import type { FigureKey } from "~/features/figures/catalogue.model";
import { type CoverageRow, listCommuneNames, listCoverage, listOfficeCoverage } from "~/features/figures/coverage.queries.server";
import { listFacilitatorHours, listFacilitatorNames } from "~/features/figures/hours.queries.server";
import { isReachTold } from "~/features/figures/mask.model";
import { addUp, type Counts, isNarrowed } from "~/features/figures/model";
import { listFigureOffices } from "~/features/figures/offices.queries.server";
import { getPlanTotals } from "~/features/figures/plans.queries.server";
import { type FigureAsked, listMonthlyCounts, listOfficeCounts, listTopicCounts } from "~/features/figures/queries.server";
import { readFigures, rowsByOffice } from "~/features/figures/readings.queries.server";
import { getWorkshopTotals, listQuotes } from "~/features/figures/workshops.queries.server";
import { listWords } from "~/features/organisations/settings.queries.server";
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
  const { facilitator, kind, theme, channel, providerKind, commune, funder, tag, office } = query;
  const personal = isDetailed ? { facilitator, providerKind, commune, funder, tag } : {};
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
  const totalsBefore = addUp(monthsBefore);
  const coverage = listCoverage(actor, current, before);
  const hours = listFacilitatorHours(actor, current, days);
  const plans = getPlanTotals(actor, { ...current, asOf: days.to }, before);
  const given = { coverage, months, hours, plans };
  const { isDetailed } = asked;
  return {
    isDetailed,
    totals: addUp(months),
    totalsBefore,
    months,
    monthsAYearAgo,
    topics: listTopicCounts(actor, current),
    coverage: isDetailed ? coverage : shownCoverage(coverage),
    hours,
    figures: readFigures(actor, { ...current, before: wholeToday(before, asked.today), days, given }),
    figuresBefore: isDetailed
      ? valuesBefore(actor, period(before), { totalsBefore, coverage, plans })
      : new Map<FigureKey, number>(),
    quotes: isDetailed ? listQuotes(actor, current) : [],
    hasElsewhere: hasElsewhere(asked.viewed.map(({ id }) => id)),
    byOffice: asked.viewed.length > 1 ? readByOffice(actor, current, asked) : [],
  };
}
export type DashboardData = ReturnType<typeof readDashboard>;

interface Before {
  totalsBefore: Counts;
  coverage: readonly CoverageRow[];
  plans: ReturnType<typeof getPlanTotals>;
}

/** The same figures of the days compared with, those that are said beside. */
function valuesBefore(actor: Actor, asked: FigureAsked, { totalsBefore, coverage, plans }: Before): Map<FigureKey, number> {
  const workshops = getWorkshopTotals(actor, asked);
  return new Map<FigureKey, number>([
    ["reached", coverage.reduce((total, row) => total + row.reachedBefore, 0)],
    ["sessions", totalsBefore.sessions],
    ["supports", totalsBefore.supports],
    ["contact", totalsBefore.minutes],
    ["actionsCreated", plans.createdBefore],
    ["actionsDone", plans.doneBefore],
    ["workshopsHeld", workshops.held],
    ["participants", workshops.participants],
  ]);
}

/** The rows of the offices that are large enough to be told from outside: no sum gives the others away. */
function shownCoverage(coverage: readonly CoverageRow[]): CoverageRow[] {
  const sum = (rows: readonly CoverageRow[], key: "known" | "reached") => rows.reduce((total, row) => total + row[key], 0);
  return [...rowsByOffice(coverage).values()].flatMap((rows) =>
    isReachTold(sum(rows, "known"), sum(rows, "reached")) ? rows : [],
  );
}

/** What the filters offer; taken from the page's own figures where there are and nothing narrows them. */
export function readFilterOptions(actor: Actor, asked: DashboardAsked, data?: Pick<DashboardData, "coverage" | "hours">) {
  if (!asked.isDetailed) return { facilitators: [], communes: [], funders: [], tags: [] };
  const words = (list: "funder" | "tag") => asked.viewed.flatMap(({ id }) => listWords(id, list));
  const own = { funders: words("funder"), tags: words("tag") };
  if (!data || isNarrowed(asked.narrowing)) {
    const [facilitators, communes] = [listFacilitatorNames(actor, asked.office), listCommuneNames(actor, asked.office)];
    return { ...own, facilitators, communes };
  }
  const communes = new Map(data.coverage.map((row) => [row.inseeCode ?? "", row.commune ?? ""]));
  communes.delete("");
  return {
    ...own,
    facilitators: data.hours.map((one) => ({ id: one.facilitatorId, name: one.name })),
    communes: [...communes].map(([inseeCode, name]) => ({ inseeCode, name })),
  };
}

function readByOffice(actor: Actor, current: FigureAsked, asked: DashboardAsked) {
  const counts = listOfficeCounts(actor, current);
  const coverage = listOfficeCoverage(actor, current);
  return asked.viewed.map((office) => {
    const own = counts.filter((row) => row.ownerId === office.id);
    const sum = (key: "sessions" | "supports" | "minutes") => own.reduce((total, row) => total + row[key], 0);
    const covered = coverage.find((row) => row.ownerId === office.id) ?? { known: 0, reached: 0 };
    const isTold = office.isDetailed || isReachTold(covered.known, covered.reached);
    return {
      id: office.id,
      name: office.name,
      sessions: sum("sessions"),
      supports: sum("supports"),
      minutes: sum("minutes"),
      known: isTold ? covered.known : null,
      reached: isTold ? covered.reached : null,
    };
  });
}
