import { describe, expect, it } from "vitest";
import { cutIntoMonths, grantedMinutes } from "./period.model";

describe("a period cut into whole months and days", () => {
  it.each([
    ["a whole year", "2026-01-01", "2026-12-31", "2026-01-01", "2026-12-31", []],
    ["a year up to today", "2026-01-01", "2026-11-24", "2026-01-01", "2026-10-31", [["2026-11-01", "2026-11-24"]]],
    [
      "days at both ends",
      "2026-01-15",
      "2026-03-10",
      "2026-02-01",
      "2026-02-28",
      [
        ["2026-01-15", "2026-01-31"],
        ["2026-03-01", "2026-03-10"],
      ],
    ],
    ["a month in February", "2024-02-01", "2024-02-29", "2024-02-01", "2024-02-29", []],
  ] as const)("%s", (...[_, from, to, first, last, days]) => {
    const cut = cutIntoMonths({ from, to });
    expect(cut.months).toEqual({ from: first, to: last });
    expect(cut.days.map((part) => [part.from, part.to])).toEqual(days);
  });

  it("keeps days alone where no month is whole", () => {
    expect(cutIntoMonths({ from: "2026-01-15", to: "2026-02-14" })).toEqual({
      months: undefined,
      days: [{ from: "2026-01-15", to: "2026-02-14" }],
    });
    expect(cutIntoMonths({ from: "2026-02-02", to: "2026-02-01" })).toEqual({ months: undefined, days: [] });
  });
});

describe("hours granted", () => {
  it.each([
    ["a full year", { startsOn: "2020-01-01", endsOn: null }, "2026-01-01", "2026-12-31", 730],
    ["a full leap year", { startsOn: "2020-01-01", endsOn: null }, "2024-01-01", "2024-12-31", 730],
    ["the first half", { startsOn: "2020-01-01", endsOn: null }, "2026-01-01", "2026-07-01", 364],
    ["came in the period", { startsOn: "2026-12-01", endsOn: null }, "2026-01-01", "2026-12-31", 62],
    ["left in the period", { startsOn: "2020-01-01", endsOn: "2026-01-10" }, "2026-01-01", "2026-12-31", 20],
    ["over two years", { startsOn: "2020-01-01", endsOn: null }, "2025-12-31", "2026-01-01", 4],
    ["not there yet", { startsOn: "2027-01-01", endsOn: null }, "2026-01-01", "2026-12-31", 0],
    ["already gone", { startsOn: "2020-01-01", endsOn: "2025-12-31" }, "2026-01-01", "2026-12-31", 0],
  ] as const)("%s", (...[_, membership, from, to, hours]) => {
    expect(grantedMinutes({ hoursPerYear: 730, ...membership }, { from, to })).toBe(hours * 60);
  });
});
