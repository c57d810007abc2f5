import { describe, expect, it } from "vitest";
import { expectedPart, paceOf } from "./goal.model";

const during = { place: "during" as const, partsBefore: [0.4, 0.6] };

describe("a goal's pace", () => {
  it.each([
    [100, "reached"],
    [60, "ahead"],
    [50, "onPace"],
    [46, "onPace"],
    [44, "behind"],
  ])("%i of 100, where half is usual by now, is %s", (value, pace) => {
    expect(paceOf({ value, target: 100, ...during })).toBe(pace);
  });

  it("is not foretold before two full years", () => {
    expect(expectedPart([0.5])).toBeUndefined();
    expect(paceOf({ value: 10, target: 100, place: "during", partsBefore: [0.5] })).toBe("unknown");
  });

  it("is missed once the period is over, to come before it, reached whenever it is", () => {
    expect(paceOf({ value: 99, target: 100, place: "after", partsBefore: [] })).toBe("missed");
    expect(paceOf({ value: 0, target: 100, place: "before", partsBefore: [] })).toBe("toCome");
    expect(paceOf({ value: 120, target: 100, place: "after", partsBefore: [] })).toBe("reached");
  });
});
