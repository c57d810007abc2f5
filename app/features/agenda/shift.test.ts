import { describe, expect, it } from "vitest";
import { movePage, shiftedBy } from "./shift.model";

describe("an arrow key", () => {
  const span = { start: "2026-10-31T23:30", end: "2026-11-01T00:30" };
  it.each([
    { key: "ArrowUp", isMonth: false, to: { start: "2026-10-31T23:15", end: "2026-11-01T00:15" } },
    { key: "ArrowDown", isMonth: false, to: { start: "2026-10-31T23:45", end: "2026-11-01T00:45" } },
    { key: "ArrowRight", isMonth: false, to: { start: "2026-11-01T23:30", end: "2026-11-02T00:30" } },
    { key: "ArrowLeft", isMonth: true, to: { start: "2026-10-30T23:30", end: "2026-10-31T00:30" } },
    { key: "ArrowDown", isMonth: true, to: { start: "2026-11-07T23:30", end: "2026-11-08T00:30" } },
    { key: "Tab", isMonth: false, to: undefined },
  ])("moves by 15 minutes or a day, in a month by a day or a week: $key", ({ key, isMonth, to }) => {
    expect(shiftedBy(span, key, isMonth)).toEqual(to);
  });

  it("keeps an entry on its day when it moves by minutes", () => {
    expect(shiftedBy({ start: "2026-10-31T00:00", end: "2026-10-31T01:00" }, "ArrowUp", false)).toBeUndefined();
    expect(shiftedBy({ start: "2026-10-31T23:45", end: "2026-11-01T00:45" }, "ArrowDown", false)).toBeUndefined();
  });
});

it("proposes the new time to the page that saves it", () => {
  expect(movePage("/x/move", "2026-10-31T09:15:00")).toBe("/x/move?day=2026-10-31&hour=09%3A15");
  expect(movePage("/x/edit?part=1", "2026-10-31")).toBe("/x/edit?part=1&day=2026-10-31");
});
