import { describe, expect, it } from "vitest";
import { aYearBefore, comparedDays, foldSmall, latestSeason, resolvePeriod, wholeToday } from "./model";

const today = "2026-11-24";
const summer = [27, 28, 29, 30, 31, 32, 33, 34, 35];
const winter = [51, 52, 1, 2, 3, 4, 5, 6, 7, 8];

describe("the period asked", () => {
  it.each([
    ["this year", { period: "year" }, "2026-01-01", "2026-11-24"],
    ["last year", { period: "last-year" }, "2025-01-01", "2025-12-31"],
    ["12 months, this one included", { period: "12-months" }, "2025-12-01", "2026-11-24"],
    ["the last summer", { period: "season" }, "2026-06-29", "2026-08-30"],
    ["two dates", { period: "custom", from: "2026-03-05", to: "2026-04-02" }, "2026-03-05", "2026-04-02"],
    ["dates beyond today", { period: "custom", from: "2026-11-01", to: "2027-01-01" }, "2026-11-01", "2026-11-24"],
    ["dates the wrong way round", { period: "custom", from: "2026-04-02", to: "2026-03-05" }, "2026-01-01", "2026-11-24"],
    ["no dates at all", { period: "custom" }, "2026-01-01", "2026-11-24"],
  ] as const)("%s", (...[_, asked, from, to]) => {
    expect(resolvePeriod({ today, seasonWeeks: summer, ...asked })).toMatchObject({ from, to });
  });

  it("is this year where the office has set no season", () => {
    expect(resolvePeriod({ period: "season", today, seasonWeeks: [] })).toMatchObject({ period: "year", from: "2026-01-01" });
  });

  it("follows a winter season over the new year", () => {
    expect(latestSeason(winter, "2026-01-15")).toEqual({ from: "2025-12-15", to: "2026-02-22" });
    expect(latestSeason(winter, "2026-11-24")).toEqual({ from: "2025-12-15", to: "2026-02-22" });
    expect(latestSeason(winter, "2026-12-15")).toEqual({ from: "2026-12-14", to: "2027-02-28" });
  });
});

describe("the days compared with", () => {
  it.each([
    ["last-year", "2026-01-01", "2026-11-24", "2025-01-01", "2025-11-24"],
    ["last-year", "2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28"],
    ["last-year", "2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29"],
    ["previous", "2026-04-01", "2026-06-30", "2026-01-01", "2026-03-31"],
    ["previous", "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31"],
    ["previous", "2026-03-10", "2026-03-19", "2026-02-28", "2026-03-09"],
  ] as const)("%s of %s to %s", (...[choice, from, to, first, last]) => {
    expect(comparedDays(choice, { from, to })).toEqual({ from: first, to: last });
  });

  it("reads the month that has begun as whole, and no other", () => {
    expect(wholeToday({ from: "2026-01-01", to: today }, today)).toEqual({ from: "2026-01-01", to: "2026-11-30" });
    expect(wholeToday(aYearBefore({ from: "2026-01-01", to: today }), today)).toEqual({ from: "2025-01-01", to: "2025-11-24" });
  });
});

describe("small groups outside the office", () => {
  const group = (known: number, reached: number) => ({ known, reached });
  it.each([
    ["large enough stay", [group(10, 5), group(9, 7)], 2, 0],
    ["two small ones go together", [group(10, 8), group(9, 3), group(8, 2)], 1, 2],
    ["a small one alone takes the next with it", [group(20, 15), group(10, 6), group(4, 1)], 1, 2],
    ["too few in all: nothing is shown", [group(3, 1), group(4, 2)], 0, 0],
    ["nothing to show", [], 0, 0],
  ] as const)("%s", (...[_, rows, shown, folded]) => {
    const found = foldSmall(rows, 5);
    expect([found.shown.length, found.folded.length]).toEqual([shown, folded]);
  });

  it("never shows a row under the limit, nor lets one be worked out", () => {
    const rows = [group(30, 12), group(12, 9), group(6, 6), group(6, 2), group(5, 0)];
    const { shown, folded } = foldSmall(rows, 5);
    expect(shown.every((row) => row.known >= 5 && row.reached >= 5)).toBe(true);
    expect(folded.length).not.toBe(1);
    expect(folded.reduce((total, row) => total + row.reached, 0)).toBeGreaterThanOrEqual(5);
  });
});
