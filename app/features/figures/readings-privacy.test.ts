import { describe, expect, it } from "vitest";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import type { FigureKey } from "./catalogue.model";
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
