import { describe, expect, it } from "vitest";
import { readIntent } from "./intent";
import { kindOf, offeredDurations, participantRows, seasonStart } from "./model";

describe("the rules of the session form", () => {
  it("offers one's habits first, then the office's durations, then the presets", () => {
    expect(
      offeredDurations(
        [
          { minutes: 50, uses: 9 },
          { minutes: 7, uses: 2 },
        ],
        [20],
      ),
    ).toEqual([15, 20, 30, 45, 50, 60]);
  });

  it("opens the season on its first week, and on 1 April where none is named", () => {
    expect(seasonStart("2026-11-24", [27, 28, 29])).toBe("2027-07-05");
    expect(seasonStart("2026-02-02", [])).toBe("2026-04-01");
  });

  it("counts one row a person, and a one-to-one as held", () => {
    const one = { providerId: "p", contacts: ["a", "b"], others: "Jeanne, Jeanne", presence: "absent" as const };
    expect(kindOf([one], 0)).toBe("individual");
    expect(participantRows([one], 0).map((row) => row.presence)).toEqual(["present", "present", "present"]);
    expect(participantRows([one, { name: "Paul", presence: "excused" as const }], 0)).toHaveLength(4);
  });

  it("reads what a button asks, and saves by default", () => {
    expect(readIntent("add:provider/1+2")).toEqual({ kind: "add", key: "provider/1", contactId: "2" });
    expect(readIntent("anything")).toEqual({ kind: "save" });
  });
});
