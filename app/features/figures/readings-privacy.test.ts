import { describe, expect, it } from "vitest";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { definitionOf, type FigureKey } from "./catalogue.model";
import { maskSmall } from "./mask.model";
import { readFigure, readFigures } from "./readings.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const year = { from: "2026-01-01", to: "2026-12-31" };
const before = { from: "2025-01-01", to: "2025-12-31" };

describe("outside the office", () => {
  const people = (id: FigureKey, value: number, denominator?: number) => ({ id, unit: "count" as const, value, denominator });

  it("hides counts of one to four, and the other part when one is hidden", () => {
    const seen = maskSmall([
      people("known", 60),
      people("reached", 40, 60),
      people("newProviders", 37, 40),
      people("followed", 3, 40),
    ]);
    expect(seen.map(({ value }) => value)).toEqual([60, 40, null, null]);
    expect(maskSmall([people("reached", 8, 60)])).toMatchObject([{ value: 8, denominator: 60 }]);
    expect(maskSmall([people("never", 0, 60)])[0]).toMatchObject({ value: 0 });
  });

  it("hides the reached whose rest would tell whom one never met", () => {
    const seen = maskSmall([people("known", 60), people("reached", 57, 60), people("never", 3, 60)]);
    expect(seen.map(({ value }) => value)).toEqual([60, null, null]);
    const all = maskSmall([people("known", 60), people("reached", 60, 60), people("never", 0, 60)]);
    expect(all.map(({ value }) => value)).toEqual([60, 60, 0]);
  });

  it("hides the territory where the difference would tell a few outside it, or a few inside whom one never met", () => {
    const of = (inside: number, reachedInside: number) =>
      maskSmall([
        people("known", 60),
        people("reached", 40, 60),
        people("inScope", inside, 60),
        people("reachedInScope", reachedInside, inside),
      ]).map(({ value }) => value);
    expect(of(50, 30)).toEqual([60, 40, 50, 30]);
    expect(of(57, 30)).toEqual([60, 40, null, null]);
    expect(of(50, 37)).toEqual([60, 40, 50, null]);
    expect(of(34, 30)).toEqual([60, 40, 34, null]);
  });

  it("hides those expected beside a few absences, a few registered, and of how few nothing is known", () => {
    const share = (id: FigureKey, [count, denominator]: readonly [number, number], unknown?: number) => ({
      ...{ id, unit: "share" as const, value: count / denominator, count, denominator, unknown },
    });
    const given = [
      { ...people("supports", 40), id: "supports" as const },
      people("expected", 43),
      people("absences", 3, 43),
      share("fillRate", [3, 12]),
      share("ownSite", [20, 30], 2),
    ];
    expect(maskSmall(given).map(({ value }) => value)).toEqual([40, null, null, null, 20 / 30]);
    expect(maskSmall(given).at(-1)).not.toHaveProperty("unknown");
  });

  it("tells a coordinator no count of one to four people, in whatever part of a reading", () => {
    const pays = makeOrganisation({ kind: "territory" });
    const office = makeOrganisation({ parentId: pays.id });
    const facilitator = makeMember(office.id, "facilitator");
    const someone = () => makeProvider(facilitator, office).id;
    for (let one = 0; one < 12; one += 1) {
      const missing = one < 2 ? [{ providerId: someone(), presence: "absent" as const }] : [];
      makeSession(facilitator, office, { participants: [{ providerId: someone(), presence: "present" }, ...missing] });
    }
    const coordinator = makeMember(pays.id, "coordinator");
    const readings = readFigures(coordinator, { ...year, before });
    const small = readings
      .filter(({ id }) => definitionOf(id).isOfPeople)
      .flatMap(({ id, unit, value, count, denominator, unknown }) =>
        [unit === "count" ? value : null, count, denominator, unknown].some((part) => part && part > 0 && part < 5) ? [id] : [],
      );
    expect(small).toEqual([]);
    const of = (id: FigureKey) => readings.find((one) => one.id === id)?.value;
    expect([of("absences"), of("expected"), of("noShow")]).toEqual([null, null, null]);
  });

  it("is what a coordinator reads, until the office shares its providers", () => {
    const pays = makeOrganisation({ kind: "territory" });
    const office = makeOrganisation({ parentId: pays.id });
    const facilitator = makeMember(office.id, "facilitator");
    makeSession(facilitator, office, { providers: [makeProvider(facilitator, office).id] });
    const coordinator = makeMember(pays.id, "coordinator");
    expect(readFigure(coordinator, year, "reached")).toEqual({ id: "reached", unit: "count", value: null, isMasked: true });
    expect(readFigure(coordinator, year, "sessions")).toMatchObject({ value: 1 });
    expect(readFigure(facilitator, year, "reached")).toMatchObject({ value: 1 });
  });

  it("gives no hidden count away by subtraction: totals leave the office out and say so", () => {
    const pays = makeOrganisation({ kind: "territory" });
    const offices = [6, 5, 2].map((count) => {
      const office = makeOrganisation({ parentId: pays.id });
      const facilitator = makeMember(office.id, "facilitator");
      for (let one = 0; one < count; one += 1)
        makeSession(facilitator, office, { providers: [makeProvider(facilitator, office).id] });
      return office;
    });
    const coordinator = makeMember(pays.id, "coordinator");
    const ids = ["known", "reached", "never", "ownSite", "establishments"] as const;
    const read = (office?: string) => readFigures(coordinator, { ...year, before, office }, ids);
    const single = offices.map(({ id }) => read(id));
    expect(single.map((figures) => figures.find(({ id }) => id === "reached")?.value)).toEqual([6, 5, null]);
    for (const total of read()) {
      const shown = single.map((figures) => figures.find(({ id }) => id === total.id)?.value ?? 0);
      if (total.unit === "count") expect([total.id, total.value]).toEqual([total.id, shown.reduce((a, b) => a + b)]);
    }
    expect(read().find(({ id }) => id === "reached")).toMatchObject({
      value: 11,
      denominator: 11,
      offices: { shown: 2, all: 3 },
    });
    expect(read().find(({ id }) => id === "ownSite")).toMatchObject({ denominator: 11, unknown: 11 });
  });
});
