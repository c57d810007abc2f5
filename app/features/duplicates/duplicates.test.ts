import { getTableName } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { listActions } from "~/features/action-plans/queries.server";
import { listCoachingSessions } from "~/features/coaching/queries.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { findSurvivorId, getProvider } from "~/features/providers/queries.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { mergeProviders, tellApart } from "./commands.server";
import { mergeSchema } from "./form";
import { describeMerge } from "./merge-page.server";
import { metresBetween, nameKey } from "./model";
import { followingTables } from "./move-rows.server";
import { findSimilarProviders, listLikelyPairs } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const kept = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const other = makeProvider(facilitator, office, { name: "Le gîte des pins" });
  const read = (id: string) => authorize(facilitator, "provider.merge", getProvider(facilitator, id, "provider.merge"));
  return {
    office,
    facilitator,
    kept,
    other,
    pair: [read(kept.id), read(other.id)] as [ReturnType<typeof read>, ReturnType<typeof read>],
  };
}
const keepAll = mergeSchema.parse({ answer: "same" });

/** Moved by rules of their own; kept from the facts (`provider_months`, `provider_closures`); a log that stays as it was (`purges`). */
const movedOtherwise = [
  "establishments",
  "action_plans",
  "actions",
  "partnerships",
  "provider_tags",
  "provider_months",
  "provider_closures",
  "purges",
];

describe("finding look-alikes", () => {
  it.each([
    ["Le Gîte des Pins", "pins"],
    ["Hôtel-Restaurant « La Dune »", "dune"],
    ["Camping", ""],
  ])("reads « %s » as « %s »", (name, key) => expect(nameKey(name)).toBe(key));

  it("measures metres", () => {
    expect(metresBetween({ latitude: 45.5, longitude: -1.1 }, { latitude: 45.5009, longitude: -1.1 })).toBeCloseTo(100, 0);
  });

  it("proposes the same name in a commune until it is answered, and warns while one types", () => {
    const { facilitator, office, pair } = setUp();
    expect(listLikelyPairs(facilitator).map((one) => one.reasons)).toEqual([["name"]]);
    expect(findSimilarProviders(facilitator, { officeId: office.id, name: "Hôtel de la Dune" })).toHaveLength(0);
    expect(findSimilarProviders(facilitator, { officeId: office.id, name: "gîtes des pins" })).toHaveLength(2);
    tellApart(facilitator, pair[0], pair[1]);
    expect(listLikelyPairs(facilitator)).toEqual([]);
  });
});

describe("merging", () => {
  it("moves sessions and steps, keeps figures exact, and answers the old address", () => {
    const { facilitator, office, kept, other, pair } = setUp();
    makeSession(facilitator, office, { providers: [kept.id], nextStep: "Un" });
    makeSession(facilitator, office, { providers: [other.id], nextStep: "Deux", heldOn: "2026-10-01" });
    makeSession(facilitator, office, { providers: [kept.id, other.id] });
    mergeProviders(facilitator, pair, { ...keepAll, name: "other" });
    expect(listCoachingSessions(facilitator, { provider: kept.id }).rows).toHaveLength(3);
    expect(listActions(facilitator, kept.id).map((action) => action.title)).toEqual(["Un", "Deux"]);
    expect(getProvider(facilitator, kept.id)).toMatchObject({ name: "Le gîte des pins", firstSupportOn: "2026-10-01" });
    expect(() => getProvider(facilitator, other.id)).toThrow(NotFoundError);
    expect(findSurvivorId(facilitator, other.id)).toBe(kept.id);
    expect(checkFigures(sqlite())).toEqual([]);
  });

  it("joins the establishments of one business, keeps both of one operator", () => {
    const count = (providerId: string) =>
      sqlite()
        .prepare("SELECT count(*) FROM establishments WHERE provider_id = ? AND deleted_at IS NULL")
        .pluck()
        .get(providerId);
    const one = setUp();
    mergeProviders(one.facilitator, one.pair, keepAll);
    expect(count(one.kept.id)).toBe(1);
    const two = setUp();
    mergeProviders(two.facilitator, two.pair, { ...keepAll, answer: "same_operator" });
    expect(count(two.kept.id)).toBe(2);
  });

  it("asks of the fields that differ, and keeps what is chosen, or what one side alone has", () => {
    const { facilitator, kept, other, pair } = setUp();
    const set = sqlite().prepare(
      "UPDATE establishments SET street = ?, capacity = ?, languages = ?, registration_number = ? WHERE provider_id = ?",
    );
    set.run("1 rue des Pins", 4, "[]", null, kept.id);
    set.run("2 rue des Pins", 6, '["de"]', "33514000012", other.id);
    const level = sqlite().prepare("INSERT INTO partnerships (id, owner_id, provider_id, year, level) VALUES (?, ?, ?, ?, ?)");
    level.run(`p${kept.id}`, pair[0].ownerId, kept.id, 2026, "Base");
    level.run(`p${other.id}`, pair[0].ownerId, other.id, 2026, "Premium");
    level.run(`q${other.id}`, pair[0].ownerId, other.id, 2025, "Base");
    const read = (id: string) => getProvider(facilitator, id, "provider.merge");
    const asked = describeMerge(facilitator, [read(kept.id), read(other.id)], true);
    expect(asked.map(({ name, side }) => [name, side])).toEqual([
      ["name", "kept"],
      ["partnership", "kept"],
      ["address", "kept"],
      ["capacity", "kept"],
      ["registrationNumber", "other"],
      ["languages", "other"],
    ]);
    mergeProviders(facilitator, pair, { ...keepAll, name: "other", capacity: "other", partnership: "other" });
    const place = sqlite().prepare("SELECT * FROM establishments WHERE provider_id = ? AND deleted_at IS NULL").all(kept.id);
    expect(place).toMatchObject([
      {
        name: "Le gîte des pins",
        street: "1 rue des Pins",
        capacity: 6,
        languages: '["de"]',
        registration_number: "33514000012",
      },
    ]);
    const levels = sqlite().prepare("SELECT year, level FROM partnerships WHERE provider_id = ? ORDER BY year");
    expect(levels.raw().all(kept.id)).toEqual([
      [2025, "Base"],
      [2026, "Premium"],
    ]);
    expect(listLikelyPairs(facilitator)).toEqual([]);
  });

  it("leaves no table behind: each with a provider follows, or is said not to", () => {
    const moved = [...followingTables.map(getTableName), ...movedOtherwise];
    const tables = sqlite()
      .prepare<[], string>(
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'provider_id' ORDER BY 1",
      )
      .pluck()
      .all();
    expect(tables).toEqual(moved.sort());
  });

  it("refuses two offices and shows nothing of another one", () => {
    const one = setUp();
    const two = setUp();
    expect(() => mergeProviders(one.facilitator, [one.pair[0], two.pair[0]], keepAll)).toThrow(RuleError);
    expect(() => getProvider(one.facilitator, two.kept.id, "provider.merge")).toThrow(NotFoundError);
    expect(listLikelyPairs(makeMember(one.office.id, "director"))).toEqual([]);
  });
});
