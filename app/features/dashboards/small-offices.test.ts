import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { homeOf } from "~/access/can";
import { sqlite } from "~/db/client.server";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { describeDashboard } from "./describe.server";
import { describeFilterBar } from "./describe-filters.server";
import { describeNetwork } from "./describe-network.server";
import { dashboardQuery } from "./form";
import { readNetwork, resolveNetwork } from "./network.queries.server";
import { readDashboard, resolveDashboard } from "./queries.server";
import { readSeries } from "./series.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function page(actor: Actor, query: object = {}) {
  const asked = resolveDashboard(actor, dashboardQuery.parse(query));
  return describeDashboard(actor, asked, readDashboard(actor, asked));
}

function network(actor: Actor) {
  const query = { page: 0 };
  const asked = resolveNetwork(actor, query);
  return describeNetwork(actor, asked, { data: readNetwork(actor, asked), query });
}

const notesOf = ({ reach, sessions }: ReturnType<typeof page>, id: string) =>
  [...reach.figures, ...sessions.figures].find((figure) => figure.id === id)?.notes;

/** A network over an office of nothing and one of a single session. */
function setUp() {
  const region = makeOrganisation({ kind: "network" });
  const nothing = makeOrganisation({ parentId: region.id, name: "Office vide" });
  const office = makeOrganisation({ parentId: region.id, name: "Office du Phare" });
  const facilitator = makeMember(office.id, "facilitator");
  makeSession(facilitator, office, { providers: [makeProvider(facilitator, office).id], heldOn: "2026-11-20" });
  return {
    empty: makeMember(nothing.id, "director"),
    single: makeMember(office.id, "director"),
    coordinator: makeMember(region.id, "coordinator"),
  };
}

describe("an office that has noted nothing", () => {
  it("says so, in sentences that stand", () => {
    const seen = page(setUp().empty);
    expect(seen.sentence).toBe("Depuis janvier, aucun prestataire connu.");
    expect(seen.coverage.never.text).toBe("");
    expect(seen.presence.figures).toEqual([]);
    expect(seen.hours.parts.map(({ valueText }) => valueText)).toEqual(["0\u00a0h", "0\u00a0h", "0\u00a0h", "0\u00a0h"]);
    expect(JSON.stringify(seen)).not.toMatch(/– des|, –|sur 0/);
  });
});

describe("an office with one session", () => {
  it("counts in the singular", () => {
    const seen = page(setUp().single);
    expect(notesOf(seen, "reached")).toContain("sur 1 prestataire connu, 100\u00a0%");
    expect(notesOf(seen, "absences")).toEqual(["0\u00a0%, sur 1 personne attendue"]);
    expect(seen.coverage.never.text).toContain("Tous les prestataires connus");
  });

  it("has nothing in a year before, said of that year", () => {
    const seen = page(setUp().single, { period: "custom", from: "2020-01-01", to: "2020-12-31" });
    expect(seen.sentence).toBe("En 2020, aucun prestataire accompagné sur 1 connu, 0\u00a0%.");
    expect(notesOf(seen, "newProviders")).toEqual([]);
    const days = page(setUp().single, { period: "custom", from: "2020-03-03", to: "2020-04-09" });
    expect(days.sentence).toMatch(/^Du 3 mars au 9 avril 2020, /);
  });
});

describe("hours granted by week", () => {
  it("add up to those of the period", () => {
    const { single } = setUp();
    sqlite().prepare("UPDATE memberships SET hours_per_year = 1001").run();
    const asked = resolveDashboard(single, dashboardQuery.parse({}));
    const byWeek = readSeries(single, asked).weeks.reduce((sum, { granted }) => sum + granted, 0);
    const whole = readDashboard(single, asked).hours.reduce((sum, { granted }) => sum + granted, 0);
    expect(whole).toBeGreaterThan(0);
    expect(byWeek).toBe(whole);
  });
});

describe("dates that make no period", () => {
  it("come back as typed, with what is shown instead", () => {
    const { single } = setUp();
    const bar = (query: object) => {
      const parsed = dashboardQuery.parse(query);
      const asked = resolveDashboard(single, parsed);
      const { from, to, misread } = describeFilterBar(single, { asked, query: parsed }, readDashboard(single, asked));
      return { from, to, misread };
    };
    const days = { from: "2026-12-31", to: "2026-01-01" };
    expect(bar({ period: "custom", ...days })).toEqual({ ...days, misread: expect.stringContaining("la fin précède le début") });
    const fair = { from: "2026-01-01", to: "2026-03-31" };
    expect(bar({ period: "custom", ...fair })).toEqual({ ...fair, misread: "" });
    expect(bar({ period: "year", ...days })).toEqual({ from: "", to: "", misread: "" });
  });
});

describe("a network of small offices", () => {
  it("tells of how many offices its figures are, and not that all were met", () => {
    const seen = page(setUp().coordinator);
    expect(seen.sentence).toMatch(/^Depuis janvier, aucun prestataire connu. \(1 office sur 2\s; ailleurs, trop peu/u);
    expect(seen.coverage.never.text).toBe("");
  });

  it("opens an office on the days that its own row counts, and shows no part of nothing", () => {
    const rows = network(setUp().coordinator).offices;
    expect(rows.map(({ to }) => to)).toEqual(rows.map(({ id }) => `/dashboard?office=${id}&period=year`));
    expect(rows.find(({ name }) => name === "Office vide")?.cells.at(-1)).toBe("0");
  });

  it("is its coordinator's home before it has an office", () => {
    const coordinator = makeMember(makeOrganisation({ kind: "network" }).id, "coordinator");
    expect(homeOf(coordinator)).toBe("network");
    expect(network(coordinator)).toMatchObject({ sentence: "Aucun office dans ce réseau pour l’instant.", offices: [] });
  });
});
