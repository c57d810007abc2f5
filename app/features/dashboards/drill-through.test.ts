import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { sqlite } from "~/db/client.server";
import { logQuery } from "~/features/coaching/log-query";
import { totalCoachingSessions } from "~/features/coaching/totals.queries.server";
import { type FigureKey, figureKeys } from "~/features/figures/catalogue.model";
import { countProvidersReached, listProvidersReached } from "~/features/figures/coverage.queries.server";
import { listPlanActions } from "~/features/figures/plans.queries.server";
import { listWorkshopRows } from "~/features/figures/workshops.queries.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { rowsTo } from "./describe-figures.server";
import { actionRowsQuery, type DashboardQuery, providerRowsQuery, workshopRowsQuery } from "./form";
import { wholeToday } from "./model";
import { periodOf, readDashboard, resolveDashboard } from "./queries.server";
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
  const id = makeSession(by, office, { ...rest, ...due, participants, travelKilometres: 12 });
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
  const held = makeWorkshop(facilitator, office);
  sqlite().prepare("UPDATE workshops SET state = 'held', held_on = '2026-06-15' WHERE id = ?").run(held.id);
  const establishments = sqlite().prepare("SELECT id FROM establishments WHERE provider_id = ?").pluck();
  const channel = sqlite().prepare(
    "INSERT INTO channels (id, establishment_id, kind, url, state, created_at) VALUES (?, ?, ?, ?, 'active', 0)",
  );
  providers.slice(0, 5).forEach((id, place) => {
    const url = place % 2 ? "http://un.example" : "https://un.example";
    for (const kind of ["website", "booking_tool", "google_profile"]) channel.run(newId(), establishments.get(id), kind, url);
  });
  return { office, facilitator, helper };
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

/** What the list at an address holds, read by that list's own filters. */
function countAt(actor: Actor, address: string, key: FigureKey): number | undefined {
  const url = new URL(address, "http://balise.example");
  const asked = Object.fromEntries(url.searchParams);
  if (url.pathname === "/coaching") {
    const total = sessionTotals[key];
    return total && totalCoachingSessions(actor, logQuery.parse(asked))[total];
  }
  const resolve = (query: DashboardQuery) => {
    const resolved = resolveDashboard(actor, query);
    return { filter: periodOf(resolved, resolved.days), resolved };
  };
  if (url.pathname === "/dashboard/providers") {
    const { reach = "reached", ...query } = providerRowsQuery.parse(asked);
    const { filter, resolved } = resolve(query);
    const full = { ...filter, before: wholeToday(resolved.before, resolved.today), reach };
    const rows = pages((after) => listProvidersReached(actor, { ...full, after }));
    expect(countProvidersReached(actor, full)).toBe(rows.length);
    return rows.length;
  }
  if (url.pathname === "/dashboard/actions") {
    const { set = "late", ...query } = actionRowsQuery.parse(asked);
    const { filter, resolved } = resolve(query);
    return pages((after) => listPlanActions(actor, { ...filter, asOf: resolved.days.to, set, after })).length;
  }
  const { set = "held", ...query } = workshopRowsQuery.parse(asked);
  const rows = pages((after) => listWorkshopRows(actor, { ...resolve(query).filter, set, after }));
  return set === "held" ? rows.length : rows.reduce((total, row) => total + row.waiting, 0);
}

/** The figures of a page that open a list, with what they say and what is in it. */
function walk(actor: Actor, query: DashboardQuery) {
  const asked = resolveDashboard(actor, query);
  const data = readDashboard(actor, asked);
  const words = wordsFor(actor, asked, data);
  return data.figures.flatMap(({ id, unit, value, count }) => {
    const address = rowsTo(id, words);
    const found = address && countAt(actor, address, id);
    return typeof found === "number" ? [{ id, said: (unit === "share" ? count : value) ?? 0, found }] : [];
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

  it("are there for each figure of the catalogue but means, rates and parts", () => {
    const { facilitator } = setUp();
    const walked = walk(facilitator, {});
    expect(walked.filter(({ said }) => said === 0)).toEqual([]);
    const without = figureKeys.filter((id) => !walked.some((one) => one.id === id));
    expect(without).toEqual([
      "establishments",
      "shortAdvices",
      "expected",
      "absences",
      "noShow",
      "noShowIndividual",
      "noShowGroup",
      "participants",
      "fillRate",
      "satisfaction",
      "recommend",
      "actionDays",
      "used",
      "preparation",
      "travel",
      "otherWork",
      "granted",
      "costPerSupport",
      "costPerHour",
    ]);
  });
});
