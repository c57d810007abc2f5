import { describe, expect, it } from "vitest";
import { formatHours, minutesShown } from "./format";

describe("hours as they are shown", () => {
  it.each([
    [26_083, "435\u00a0h", 26_100],
    [2035, "33,9\u00a0h", 2034],
    [5_999, "100\u00a0h", 6_000],
    [0, "0\u00a0h", 0],
  ])("takes of %i minutes what « %s » says", (minutes, text, shown) => {
    expect(formatHours("fr", minutes)).toBe(text);
    expect(minutesShown(minutes)).toBe(shown);
  });

  it("leave what the reader finds by taking one from the other", () => {
    const [granted, used] = [54_740, 26_083];
    const left = formatHours("fr", minutesShown(granted) - minutesShown(used));
    expect([formatHours("fr", granted), formatHours("fr", used), left]).toEqual(["912\u00a0h", "435\u00a0h", "477\u00a0h"]);
  });
});
