import { describe, expect, it } from "vitest";
import { clockOf, instantOf } from "./clock-time.server";

describe("a clock time of an office", () => {
  it.each([
    { label: "in winter", day: "2026-11-24", clock: "14:30", zone: "Europe/Paris", at: "2026-11-24T13:30:00Z", isDoubled: false },
    { label: "in summer", day: "2026-07-24", clock: "14:30", zone: "Europe/Paris", at: "2026-07-24T12:30:00Z", isDoubled: false },
    {
      label: "overseas",
      day: "2026-07-24",
      clock: "14:30",
      zone: "Indian/Reunion",
      at: "2026-07-24T10:30:00Z",
      isDoubled: false,
    },
    {
      label: "the first of two",
      day: "2026-10-25",
      clock: "02:30",
      zone: "Europe/Paris",
      at: "2026-10-25T00:30:00Z",
      isDoubled: true,
    },
  ])("is an instant: $label", ({ day, clock, zone, at, isDoubled }) => {
    expect(instantOf(day, clock, zone)).toEqual({ instant: Date.parse(at), isDoubled });
    expect(clockOf(Date.parse(at), zone)).toBe(clock);
  });

  it("is none where the clock skipped it", () => {
    expect(instantOf("2026-03-29", "02:30", "Europe/Paris")).toBeUndefined();
  });
});
