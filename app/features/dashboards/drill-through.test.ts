import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { logQuery } from "~/features/coaching/log-query";
import { logOtherWork } from "~/features/coaching/other-work.commands.server";
import { listCoachingSessions } from "~/features/coaching/queries.server";
import { totalCoachingSessions } from "~/features/coaching/totals.queries.server";
import { type FigureKey, figureKeys } from "~/features/figures/catalogue.model";
import { countProvidersReached, listProvidersReached } from "~/features/figures/coverage.queries.server";
import { listEstablishmentsReached } from "~/features/figures/establishments.queries.server";
import { listPlanActions } from "~/features/figures/plans.queries.server";
import { listSessionRows, totalSessionRows } from "~/features/figures/session-rows.queries.server";
import { listMissedAppointments, listWorkshopRows, totalWorkshopRows } from "~/features/figures/workshops.queries.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeAppointment } from "~/testing/factories/agenda";
import { makePooledSession, makeSession } from "~/testing/factories/session";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
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

interface Logged {
  heldOn: string;
  /** Places of the providers who came. */
  who: readonly number[];
  missing?: "excused" | "absent";
  duration: number;
  theme: "website" | "reputation";
  channel: "phone" | "visit";
  nextStep: string;
  by: Actor;
  funder?: string;
  tag?: string;
}

function log(office: ReturnType<typeof makeOrganisation>, providers: readonly string[], given: Logged) {
  const { who, missing, by, funder, tag, ...rest } = given;
  const at = (place: number, presence: "present" | "excused" | "absent") => ({ providerId: providers[place] ?? "", presence });
  const participants = [...who.map((place) => at(place, "present")), ...(missing ? [at(6, missing)] : [])];
  const due = { nextStepDue: "date", nextStepDate: rest.duration > 10 ? "2026-11-10" : "2026-12-24" } as const;
  const spent = { preparation: 30, travel: 20, travelKilometres: 12 };
  const ticked = sqlite()
    .prepare("SELECT id FROM establishments WHERE provider_id = ?")
    .pluck()
    .all(providers[who[0] ?? 0]);
  const id = makeSession(by, office, { ...rest, ...due, ...spent, participants, establishments: ticked.map(String) });
  if (funder) sqlite().prepare("UPDATE coaching_sessions SET funder_id = ? WHERE id = ?").run(funder, id);
  if (tag) sqlite().prepare("INSERT INTO session_tags VALUES (?, ?)").run(id, tag);
}

/** An office with eight providers of two kinds and communes, a year and a half of sessions, plans and workshops. */
function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const helper = makeMember(office.id, "facilitator");
  const providers = [...Array(8).keys()].map(() => makeProvider(facilitator, office).id);
  const move = sqlite().prepare("UPDATE providers SET kind = 'hotel', insee_code = '33514' WHERE id = ?");
  for (const id of providers.slice(0, 3)) move.run(id);
  const one = { heldOn: "2025-03-03", who: [7], duration: 10, theme: "website", channel: "phone", by: helper } as const;
  const even = { ...one, missing: "excused" } as const;
  const odd = { ...one, duration: 60, theme: "reputation", channel: "visit", by: facilitator, missing: "absent" } as const;
  const logged = [
    one,
    { ...odd, heldOn: "2025-08-08", who: [1, 2] },
    { ...even, heldOn: "2026-01-31", who: [2, 3], funder: "leader" },
    { ...one, heldOn: "2026-02-02", who: [0] },
    { ...odd, heldOn: "2026-03-03", who: [3, 4], funder: "leader" },
    { ...even, heldOn: "2026-06-15", who: [0, 1], duration: 60 },
    { ...odd, heldOn: "2026-11-20", who: [1, 2], tag: "saison" },
  ];
  logged.forEach((given, place) => {
    log(office, providers, { nextStep: `Étape ${place}`, ...given });
  });
  sqlite().prepare("UPDATE actions SET state = 'done', done_on = '2026-11-21' WHERE title IN ('Étape 1', 'Étape 2')").run();
  const workshop = makeWorkshop(facilitator, office, { capacity: 1 });
  for (let one = 0; one < 3; one += 1) makeRegistration(workshop);
  const work = { id: newId(), kind: "meeting" as const, heldOn: "2026-04-07", duration: 90, note: "" };
  logOtherWork(facilitator, authorize(facilitator, "coaching.log", office), work);
  const first = { id: providers[0] ?? "", ownerId: office.id, providerId: providers[0] ?? "" };
  const appointment = makeAppointment(facilitator, first);
  sqlite().prepare("UPDATE appointments SET state = 'missed', held_on = '2026-05-05' WHERE id = ?").run(appointment);
  const held = makeWorkshop(facilitator, office);
  const came = makeRegistration(held);
  sqlite().prepare("UPDATE workshops SET state = 'held', held_on = '2026-06-15', capacity = 4 WHERE id = ?").run(held.id);
  sqlite().prepare("UPDATE workshop_registrations SET presence = 'present' WHERE workshop_id = ?").run(held.id);
  sqlite()
    .prepare(
      `INSERT INTO workshop_feedback (id, owner_id, workshop_id, registration_id, moment, usefulness, would_recommend, created_at)
       VALUES (?, ?, ?, ?, 'end', 4, 1, 1)`,
    )
    .run(newId(), office.id, held.id, came.id);
  const establishments = sqlite().prepare("SELECT id FROM establishments WHERE provider_id = ?").pluck();
  const channel = sqlite().prepare(
    "INSERT INTO channels (id, establishment_id, kind, url, state, created_at) VALUES (?, ?, ?, ?, 'active', 0)",
  );
  providers.slice(0, 5).forEach((id, place) => {
    const url = place % 2 ? "http://un.example" : "https://un.example";
    for (const kind of ["website", "booking_tool", "google_profile"]) channel.run(newId(), establishments.get(id), kind, url);
  });
  const other = makeOrganisation();
  const neighbour = makeMember(other.id, "facilitator");
  const given = { heldOn: "2026-10-05", theme: "reputation", preparation: 30, travel: 20, travelKilometres: 12 } as const;
  const guest = { organisationId: office.id, providerId: providers[0] ?? "" };
  makePooledSession({ by: neighbour, holder: other, guest, given });
  const back = { organisationId: other.id, providerId: makeProvider(neighbour, other).id };
  makePooledSession({ by: facilitator, holder: office, guest: back, given });
  return { office, facilitator, helper, neighbour };
}

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
    const amount = sum(pages((after) => listWorkshopRows(actor, { ...filter, set, after })));
    expect(totalWorkshopRows(actor, { ...filter, set })).toBe(amount);
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
  const rows = pages((after) => listCoachingSessions(actor, { ...filter, after })).filter((row) => row.kind !== "other_work");
  const adds = (row: (typeof rows)[number]) => (total === "supports" ? row.supports : total === "minutes" ? row.minutes : 1);
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
  it.each<[string, (world: ReturnType<typeof setUp>) => DashboardQuery]>([
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
    const world = setUp();
    const walked = walk(world.facilitator, query(world));
    expect(walked.map(({ id, found }) => [id, found])).toEqual(walked.map(({ id, said }) => [id, said]));
    expect(walked.some(({ said }) => said > 0)).toBe(true);
  });

  it.each<[string, DashboardQuery]>([
    ["none", {}],
    ["a theme", { theme: "reputation" }],
    ["a kind of provider", { providerKind: "rental" }],
  ])("stand for the guest office of a pooled session too, under a filter: %s", (_, query) => {
    const { neighbour } = setUp();
    const walked = walk(neighbour, query);
    expect(walked.map(({ id, found }) => [id, found])).toEqual(walked.map(({ id, said }) => [id, said]));
    const said = Object.fromEntries(walked.map((one) => [one.id, one.said]));
    // It held one for two and came to another: one session, two and two people, 45 minutes of each.
    expect(said).toMatchObject(
      query.providerKind ? { supports: 2, reached: 1 } : { sessions: 1, supports: 4, contact: 90, expected: 8 },
    );
  });

  it("are there for each figure of the catalogue but hours granted and costs", () => {
    const { facilitator } = setUp();
    const walked = walk(facilitator, {});
    expect(walked.filter(({ said }) => said === 0)).toEqual([]);
    const without = figureKeys.filter((id) => !walked.some((one) => one.id === id));
    // Hours granted are a setting, and a cost is hours at a rate.
    expect(without).toEqual(["granted", "costPerSupport", "costPerHour"]);
  });

  it("stand behind each bar too: weeks, themes by month, actions by month", () => {
    const { facilitator } = setUp();
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
