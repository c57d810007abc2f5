import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { sqlite } from "~/db/client.server";
import { logQuery } from "~/features/coaching/log-query";
import { listCoachingSessions } from "~/features/coaching/queries.server";
import { totalCoachingSessions } from "~/features/coaching/totals.queries.server";
import { type FigureKey, figureKeys } from "~/features/figures/catalogue.model";
import { countProvidersReached, listProvidersReached } from "~/features/figures/coverage.queries.server";
import { listEstablishmentsReached } from "~/features/figures/establishments.queries.server";
import { listPlanActions } from "~/features/figures/plans.queries.server";
import { listSessionRows, totalSessionRows } from "~/features/figures/session-rows.queries.server";
import { listMissedAppointments, listWorkshopRows, totalWorkshopRows } from "~/features/figures/workshops.queries.server";
import { openTestDatabase } from "~/testing/database";
import { makeBusyOffice } from "~/testing/factories/busy-office";
import { describeDashboard } from "./describe.server";
import { rowsTo } from "./describe-figures.server";
import { describeSeries } from "./describe-series.server";
import {
  actionRowsQuery,
  countedRowsQuery,
  type DashboardQuery,
  establishmentRowsQuery,
  providerRowsQuery,
  workshopRowsQuery,
} from "./form";
import { wholeToday } from "./model";
import { periodOf, readDashboard, resolveDashboard } from "./queries.server";
import { readSeries } from "./series.queries.server";
import { wordsFor } from "./words.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** Everything of a list, page after page. */
function pages<Row>(read: (after: string | undefined) => { rows: Row[]; next: string | undefined }): Row[] {
  const rows: Row[] = [];
  let next: string | undefined;
  do {
    const page = read(next);
    rows.push(...page.rows);
    next = page.next;
  } while (next);
  return rows;
}

const sessionTotals: Partial<Record<FigureKey, "sessions" | "supports" | "minutes" | "travelKilometres">> = {
  sessions: "sessions",
  supports: "supports",
  contact: "minutes",
  kilometres: "travelKilometres",
};

const sum = (rows: readonly { amount: number }[]) => rows.reduce((total, row) => total + row.amount, 0);

/** What each list holds at an address, read page after page by that list's own filters. */
const lists: Record<string, (actor: Actor, asked: Record<string, string>) => number> = {
  "/dashboard/providers": (actor, asked) => {
    const { reach = "reached", ...query } = providerRowsQuery.parse(asked);
    const { filter, resolved } = resolve(actor, query);
    const full = { ...filter, before: wholeToday(resolved.before, resolved.today), reach };
    const rows = pages((after) => listProvidersReached(actor, { ...full, after }));
    expect(countProvidersReached(actor, full)).toBe(rows.length);
    return rows.length;
  },
  "/dashboard/actions": (actor, asked) => {
    const { set = "late", ...query } = actionRowsQuery.parse(asked);
    const { filter, resolved } = resolve(actor, query);
    return pages((after) => listPlanActions(actor, { ...filter, asOf: resolved.days.to, set, after })).length;
  },
  "/dashboard/workshops": (actor, asked) => {
    const { set = "held", ...query } = workshopRowsQuery.parse(asked);
    const { filter } = resolve(actor, query);
    const rows = pages((after) => listWorkshopRows(actor, { ...filter, set, after }));
    const amount = sum(rows);
    expect(totalWorkshopRows(actor, { ...filter, set })).toEqual({ rows: rows.length, amount });
    return amount;
  },
  "/dashboard/counted": (actor, asked) => {
    const { set = "used", ...query } = countedRowsQuery.parse(asked);
    const { filter } = resolve(actor, query);
    const rows = pages((after) => listSessionRows(actor, { ...filter, set, after }));
    expect(totalSessionRows(actor, { ...filter, set })).toEqual({ rows: rows.length, amount: sum(rows) });
    const isOfAbsence = ["expected", "absences", "noShow", "noShowIndividual"].includes(set);
    return sum(rows) + (isOfAbsence ? listMissedAppointments(actor, filter).length : 0);
  },
  "/dashboard/establishments": (actor, asked) => {
    const { filter } = resolve(actor, establishmentRowsQuery.parse(asked));
    return pages((after) => listEstablishmentsReached(actor, { ...filter, after })).length;
  },
};

function resolve(actor: Actor, query: DashboardQuery) {
  const resolved = resolveDashboard(actor, query);
  return { filter: periodOf(resolved, resolved.days), resolved };
}

/** What the list at an address holds. */
function countAt(actor: Actor, address: string, key: FigureKey): number | undefined {
  const url = new URL(address, "http://balise.example");
  const asked = Object.fromEntries(url.searchParams);
  if (url.pathname !== "/coaching") return lists[url.pathname]?.(actor, asked);
  const total = sessionTotals[key];
  if (!total) return undefined;
  const filter = logQuery.parse(asked);
  const said = totalCoachingSessions(actor, filter)[total];
  const rows = pages((after) => listCoachingSessions(actor, { ...filter, after })).filter((row) => row.otherWorkKind === null);
  const minutesOf = (row: (typeof rows)[number]) => row.minutes ?? row.durationMinutes;
  const adds = (row: (typeof rows)[number]) => (total === "supports" ? row.supports : total === "minutes" ? minutesOf(row) : 1);
  if (total !== "travelKilometres") expect([key, rows.reduce((sum, row) => sum + adds(row), 0)]).toEqual([key, said]);
  return said;
}

/** The figures of a page that open a list, with what they say and what is in it. */
function walk(actor: Actor, query: DashboardQuery) {
  const asked = resolveDashboard(actor, query);
  const data = readDashboard(actor, asked);
  const words = wordsFor(actor, asked, data);
  return data.figures.flatMap(({ id, unit, value, count }) => {
    const address = rowsTo(id, words);
    const found = address && countAt(actor, address, id);
    // A mean, a share and a median open what they are taken over.
    const isOver = unit === "share" || unit === "score" || unit === "days";
    return typeof found === "number" ? [{ id, said: (isOver ? count : value) ?? 0, found }] : [];
  });
}

describe("every figure's rows", () => {
  it.each<[string, (world: ReturnType<typeof makeBusyOffice>) => DashboardQuery]>([
    ["none", () => ({})],
    ["an office", ({ office }) => ({ office: office.id })],
    ["last year", () => ({ period: "last-year", compare: "previous" })],
    ["days", () => ({ period: "custom", from: "2026-01-15", to: "2026-06-20" })],
    ["a facilitator", ({ helper }) => ({ facilitator: helper.userId })],
    ["groups", () => ({ kind: "group" })],
    ["one-to-ones", () => ({ kind: "individual", period: "last-year" })],
    ["a kind of provider", () => ({ providerKind: "hotel" })],
    ["a commune", () => ({ commune: "33514" })],
    ["a theme", () => ({ theme: "reputation" })],
    ["a channel", () => ({ channel: "phone" })],
    ["a funder", () => ({ funder: "leader" })],
    ["a tag", () => ({ tag: "saison" })],
  ])("are as many as the figure says, under a filter: %s", (_, query) => {
    const world = makeBusyOffice();
    const walked = walk(world.facilitator, query(world));
    expect(walked.map(({ id, found }) => [id, found])).toEqual(walked.map(({ id, said }) => [id, said]));
    expect(walked.some(({ said }) => said > 0)).toBe(true);
  });

  it.each<[string, DashboardQuery]>([
    ["none", {}],
    ["a theme", { theme: "reputation" }],
    ["a kind of provider", { providerKind: "rental" }],
  ])("stand for the guest office of a pooled session too, under a filter: %s", (_, query) => {
    const { neighbour } = makeBusyOffice();
    const walked = walk(neighbour, query);
    expect(walked.map(({ id, found }) => [id, found])).toEqual(walked.map(({ id, said }) => [id, said]));
    const said = Object.fromEntries(walked.map((one) => [one.id, one.said]));
    // It held one for two and came to another: one session, two and two people, 45 minutes of each.
    expect(said).toMatchObject(
      query.providerKind ? { supports: 2, reached: 1 } : { sessions: 1, supports: 4, contact: 90, expected: 8 },
    );
  });

  it("are there for each figure of the catalogue but hours granted and costs", () => {
    const { facilitator } = makeBusyOffice();
    const walked = walk(facilitator, {});
    expect(walked.filter(({ said }) => said === 0)).toEqual([]);
    const without = figureKeys.filter((id) => !walked.some((one) => one.id === id));
    // Hours granted are a setting, and a cost is hours at a rate.
    expect(without).toEqual(["granted", "costPerSupport", "costPerHour"]);
  });

  it("stand behind each bar of the page: months, themes, channels, kinds, coverage and the map's areas", () => {
    const { facilitator } = makeBusyOffice();
    sqlite().exec("UPDATE establishments SET latitude = 45.5, longitude = -1.1");
    const asked = resolveDashboard(facilitator, {});
    const page = describeDashboard(facilitator, asked, readDashboard(facilitator, asked));
    const { months, topics, coverage } = page;
    const sessions = [...months.columns, ...topics.themes, ...topics.channels, ...topics.kinds];
    const rows = [...coverage.byKind, ...coverage.byCommune, ...coverage.moreCommunes];
    expect(rows.filter((row) => row.ofTerritory).map(({ label, ofTerritory }) => [label, ofTerritory])).toEqual([
      ["Meublé de tourisme, gîte", expect.stringMatching(/^\d sur 4 du territoire$/)],
      ["Bordeaux", "hors du territoire"],
    ]);
    const areas = coverage.drawn?.map.shapes ?? [];
    const bars = [
      ...sessions.map(({ value, to }) => ({ value, to, key: "sessions" as const })),
      ...rows.map(({ counts, reachedTo }) => ({ value: counts.reached, to: reachedTo, key: "reached" as const })),
      ...rows.map(({ counts, neverTo }) => ({ value: counts.never, to: neverTo, key: "never" as const })),
      ...areas.map(({ to, title }) => ({ value: Number(/(\d+)/.exec(title)?.[1]), to, key: "reached" as const })),
    ].filter(({ value, to }) => value > 0 && to);
    expect(areas.length).toBeGreaterThan(0);
    expect(bars.length).toBeGreaterThan(12);
    for (const { value, to, key } of bars) expect([to, countAt(facilitator, to ?? "", key)]).toEqual([to, value]);
  });

  it("stand behind each bar too: weeks, themes by month, actions by month", () => {
    const { facilitator } = makeBusyOffice();
    const asked = resolveDashboard(facilitator, { period: "custom", from: "2026-01-01", to: "2026-11-24" });
    const data = readDashboard(facilitator, asked);
    const series = describeSeries(asked, readSeries(facilitator, asked), wordsFor(facilitator, asked, data));
    const bars = [
      ...series.weeks.columns.map(({ value, to }) => ({ value, to, key: "used" as const })),
      ...series.themes.rows.flatMap(({ points }) => points.map(({ value, to }) => ({ value, to, key: "sessions" as const }))),
      ...series.plans.columns.map(({ value, to }) => ({ value, to, key: "actionsDone" as const })),
    ].filter(({ value }) => value > 0);
    expect(bars.length).toBeGreaterThan(8);
    for (const { value, to, key } of bars) expect([to, countAt(facilitator, to ?? "", key)]).toEqual([to, value]);
    const used = data.figures.find(({ id }) => id === "used")?.value;
    expect(series.weeks.columns.reduce((total, { value }) => total + value, 0)).toBe(used);
  });
});
