import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { describeFilterBar } from "./describe-filters.server";
import { describeViews, listSharedViews, listViews } from "./describe-views.server";
import { dashboardQuery } from "./form";
import { readDashboard, resolveDashboard } from "./queries.server";
import { describeShared } from "./shared-view.server";
import { forgetView, keepView, revokeView, shareView } from "./views.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp(met = 6) {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const director = makeMember(office.id, "director");
  for (let one = 0; one < met; one += 1)
    makeSession(facilitator, office, {
      providers: [makeProvider(facilitator, office, { name: "Gîte des Pins" }).id],
      nextStep: "Répondre aux avis",
    });
  const place = { ...office, page: "dashboard" as const };
  const seen = authorize(director, "view.keep", place);
  const sharing = authorize(director, "dashboard.share", place);
  return { office, place, facilitator, director, seen, sharing };
}

const link = (given: object = {}) => ({
  intent: "share" as const,
  id: newId(),
  name: "Conseil",
  query: "",
  days: "7" as const,
  ...given,
});

function dashboardOf(token: string) {
  const seen = describeShared("fr", token);
  if (seen.kind !== "dashboard") throw new Error("a dashboard was shared");
  return seen;
}

describe("the page of views", () => {
  it("says what would be kept in the words of the dashboard's own filters", () => {
    const { director, facilitator } = setUp(1);
    const query = dashboardQuery.parse({ period: "year", theme: "website", facilitator: facilitator.userId });
    const asked = resolveDashboard(director, query);
    const bar = describeFilterBar(director, { asked, query }, readDashboard(director, asked));
    const page = describeViews(director, query);
    expect(bar.filteredBy).toContain("Anaïs Berthou");
    expect(page.current).toContain(bar.filteredBy);
    expect(page.query).toBe(`period=year&facilitator=${facilitator.userId}&theme=website`);
    expect(describeViews(director, dashboardQuery.parse({})).current).not.toContain("Filtres");
  });
});

describe("a shared address", () => {
  it("shows the office's totals, and neither a name, nor a row, nor another office", () => {
    const { director, sharing, facilitator } = setUp();
    setUp(9);
    const token = shareView(director, sharing, link({ query: `facilitator=${facilitator.userId}&commune=33514&theme=website` }));
    const seen = dashboardOf(token);
    expect(seen.sentence).toContain("6 prestataires accompagnés sur 6 connus");
    expect(seen.hours.facilitators).toEqual([]);
    const text = JSON.stringify(seen);
    expect(text).not.toMatch(/Anaïs|Pins|Répondre/);
    expect(text).not.toMatch(/"\/(?:coaching|providers|dashboard|actions|workshops)/);
  });

  it("hides small counts", () => {
    const { director, sharing } = setUp(3);
    expect(dashboardOf(shareView(director, sharing, link())).sentence).toContain("trop peu de prestataires");
  });

  it("ends on its day, and at once when it is taken back", () => {
    const { director, sharing } = setUp();
    const token = shareView(director, sharing, link());
    const [row] = listSharedViews(director);
    revokeView(director, sharing, row?.id ?? "");
    expect(() => describeShared("fr", token)).toThrow(NotFoundError);
    const other = shareView(director, sharing, link());
    setClock(() => Date.parse("2026-12-02T10:00:00Z"));
    expect(() => describeShared("fr", other)).toThrow(NotFoundError);
    setClock(() => Date.parse("2026-11-24T10:00:00Z"));
    expect(() => describeShared("fr", "inconnu")).toThrow(NotFoundError);
  });

  it("is kept as a hash, the director's alone to give and to take back", () => {
    const { director, facilitator, office, sharing } = setUp();
    const given = link();
    const token = shareView(director, sharing, given);
    expect(JSON.stringify(sqlite().prepare("SELECT * FROM shared_views").all())).not.toContain(token);
    expect(() => shareView(director, sharing, given)).toThrow(RuleError);
    expect(can(facilitator, "dashboard.share", office)).toBe(false);
    const stranger = setUp();
    expect(() => revokeView(stranger.director, stranger.sharing, given.id)).toThrow(NotFoundError);
    expect(listSharedViews(stranger.director)).toEqual([]);
  });

  it("takes no filter that the dashboard does not know", () => {
    const { director, sharing } = setUp();
    expect(() => shareView(director, sharing, link({ query: "theme=inconnu" }))).toThrow(RuleError);
  });
});

describe("a kept view", () => {
  it("is one's own, or the office's; its maker alone forgets it", () => {
    const { place, director, facilitator, seen } = setUp();
    keepView(director, seen, { intent: "keep", id: newId(), name: "Pour moi", query: "theme=website&x=1" });
    keepView(director, seen, { intent: "keep", id: newId(), name: "Pour tous", query: "period=season", isShared: "yes" });
    expect(listViews(director).map(({ name, to }) => [name, to])).toEqual([
      ["Pour moi", "/dashboard?theme=website"],
      ["Pour tous", "/dashboard?period=season"],
    ]);
    const [shared] = listViews(facilitator);
    expect(listViews(facilitator)).toMatchObject([{ name: "Pour tous", isMine: false }]);
    const theirs = authorize(facilitator, "view.keep", place);
    expect(() => forgetView(facilitator, theirs, shared?.id ?? "")).toThrow(NotFoundError);
    forgetView(director, seen, shared?.id ?? "");
    expect(listViews(facilitator)).toEqual([]);
    expect(listViews(setUp().director)).toEqual([]);
  });
});
