import { describe, expect, it } from "vitest";
import { can } from "~/access/can";
import { setClock } from "~/lib/clock";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { actorOf, grantTo, makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { describeNetworkViews, describeViews } from "./describe-views.server";
import { describeShared } from "./shared-view.server";
import { actOnNetworkViews, actOnViews } from "./views-page.server";

const start = "2026-11-24T10:00:00Z";
openTestDatabase({ at: start });

/** A region of two pays, each over one office; so many providers of each were met in May. */
function setUp(met: readonly [number, number]) {
  const region = makeOrganisation({ kind: "network", name: "Région des Dunes" });
  for (const [place, count] of met.entries()) {
    const pays = makeOrganisation({ kind: "territory", name: `Pays ${place + 1}`, parentId: region.id });
    const office = makeOrganisation({ name: `Office ${place + 1}`, parentId: pays.id });
    const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
    for (let one = 0; one < count; one += 1)
      makeSession(facilitator, office, {
        providers: [makeProvider(facilitator, office, { name: "Gîte des Pins" }).id],
        heldOn: "2026-05-05",
        theme: "website",
      });
  }
  const coordinator = makeMember(region.id, "coordinator");
  const ask = { network: region.id, page: 0 };
  return { region, coordinator, ask };
}

const link = (given: object = {}) => ({
  intent: "share" as const,
  id: newId(),
  name: "Conseil régional",
  query: "year=2026",
  days: "7" as const,
  ...given,
});

function share({ coordinator, ask }: ReturnType<typeof setUp>, given: object = {}): string {
  return actOnNetworkViews(coordinator, ask, link(given)).link?.split("/").at(-1) ?? "";
}

function seenAt(token: string) {
  const seen = describeShared("fr", token);
  if (seen.kind !== "network") throw new Error("a network was shared");
  return seen;
}

describe("a network's shared address", () => {
  it("shows totals by territory, and neither a name, nor an office, nor a row", () => {
    const seen = seenAt(share(setUp([6, 7])));
    expect(seen.totals.territories.rows.map(({ label, cells }) => [label, cells[0]?.text])).toEqual([
      ["Pays 1", "6"],
      ["Pays 2", "7"],
    ]);
    expect(seen.totals.figures.map(({ value }) => value)[0]).toBe("13");
    expect([seen.office, seen.note]).toEqual(["Région des Dunes", expect.stringContaining("1er décembre 2026")]);
    const text = JSON.stringify(seen);
    expect(text).not.toMatch(/Anaïs|Pins|Office 1/);
    expect(text).not.toMatch(/"\/(?:coaching|providers|dashboard|network|figures)/);
  });

  it("tells no territory of under five, nor one that the total would give away", () => {
    const { totals } = seenAt(share(setUp([6, 3])));
    expect(totals.territories.rows.map(({ label }) => label)).toEqual(["Autres, réunis"]);
    const few = seenAt(share(setUp([1, 3]))).totals;
    expect([few.figures, few.territories.rows]).toEqual([[], []]);
    expect(few.missing).toContain("Trop peu");
  });

  it("tells complete months alone: what is logged today moves nothing", () => {
    const world = setUp([6, 7]);
    const token = share(world);
    const office = makeOrganisation({ name: "Office 3", parentId: world.region.id });
    const facilitator = makeMember(office.id, "facilitator");
    makeSession(facilitator, office, { providers: [makeProvider(facilitator, office).id], heldOn: "2026-11-24" });
    setClock(() => Date.parse("2026-11-24T11:00:00Z"));
    expect(seenAt(token).totals.figures[0]?.value).toBe("13");
    setClock(() => Date.parse(start));
  });

  it("shows the year that it was made for, and ends on its day or when it is taken back", () => {
    const world = setUp([6, 7]);
    expect(seenAt(share(world, { query: "year=2025" })).totals.year).toBe("2025");
    const token = share(world);
    const [row] = describeNetworkViews(world.coordinator, world.ask).shared ?? [];
    actOnNetworkViews(world.coordinator, world.ask, { intent: "revoke", id: row?.id ?? "" });
    expect(() => describeShared("fr", token)).toThrow(NotFoundError);
    const other = share(world);
    setClock(() => Date.parse("2026-12-02T10:00:00Z"));
    expect(() => describeShared("fr", other)).toThrow(NotFoundError);
    setClock(() => Date.parse(start));
  });

  it("is the coordinator's alone to give and to take back, for a network that is hers", () => {
    const world = setUp([6, 7]);
    const other = setUp([6, 7]);
    const director = makeMember(world.region.id, "director");
    expect(can(director, "network.share", { ownerId: world.region.id })).toBe(false);
    expect(() => share({ ...world, coordinator: director })).toThrow(NotFoundError);
    expect(() => share({ ...world, coordinator: other.coordinator })).toThrow(NotFoundError);
    const given = link();
    actOnNetworkViews(world.coordinator, world.ask, given);
    expect(() => actOnNetworkViews(world.coordinator, world.ask, given)).toThrow(RuleError);
    expect(() => actOnNetworkViews(other.coordinator, other.ask, { intent: "revoke", id: given.id })).toThrow(NotFoundError);
    expect(describeNetworkViews(other.coordinator, other.ask).shared).toEqual([]);
    // Who heads an office too reaches its dashboard's links, and none of the network's.
    const office = makeOrganisation();
    grantTo(world.coordinator.userId, office.id, "director");
    const both = actorOf(world.coordinator.userId);
    expect(() => actOnViews(both, { intent: "revoke", id: given.id })).toThrow(NotFoundError);
    expect(describeViews(both, {}).shared).toEqual([]);
    expect(() => share(world, { query: "year=hier" })).toThrow(RuleError);
  });
});

describe("a coordinator's kept views", () => {
  it("open her network's year, hers or for her colleagues too, and not those of others", () => {
    const { region, coordinator, ask } = setUp([1, 1]);
    const keep = (name: string, isShared?: "yes") =>
      actOnNetworkViews(coordinator, ask, { intent: "keep", id: newId(), name, query: "year=2025&page=3&network=x", isShared });
    keep("L’an dernier");
    keep("Pour tous", "yes");
    const kept = (actor: typeof coordinator) => describeNetworkViews(actor, ask).kept.map(({ name, to }) => [name, to]);
    const to = `/network?network=${region.id}&year=2025`;
    expect(kept(coordinator)).toEqual([
      ["L’an dernier", to],
      ["Pour tous", to],
    ]);
    const colleague = makeMember(region.id, "coordinator");
    expect(kept(colleague)).toEqual([["Pour tous", to]]);
    const [shared] = describeNetworkViews(colleague, ask).kept;
    expect(() => actOnNetworkViews(colleague, ask, { intent: "forget", id: shared?.id ?? "" })).toThrow(NotFoundError);
    expect(describeViews(coordinator, {}).kept).toEqual([]);
  });

  it("keep the filters of her dashboard over offices too, whose totals she gives no link to", () => {
    const { coordinator } = setUp([1, 1]);
    actOnViews(coordinator, { intent: "keep", id: newId(), name: "Sites internet", query: "theme=website" });
    const page = describeViews(coordinator, {});
    expect(page.kept.map(({ to }) => to)).toEqual(["/dashboard?theme=website"]);
    expect([page.shared, page.elsewhere]).toEqual([undefined, "/network/views"]);
    expect(() => actOnViews(coordinator, link())).toThrow(NotFoundError);
  });
});
