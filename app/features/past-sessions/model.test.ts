import { describe, expect, it } from "vitest";
import { parsePastDay, parsePastDuration, unitOfTitle } from "./model";

describe("a day as people write it", () => {
  it.each([
    ["2024-03-12", "2024-03-12"],
    ["12/03/2024", "2024-03-12"],
    ["12/3/24", "2024-03-12"],
    ["12.03.2024", "2024-03-12"],
    ["12-03-2024", "2024-03-12"],
    ["mardi 12 mars 2024", "2024-03-12"],
    ["1er août 2024", "2024-08-01"],
    ["12/03/2024 14:30", "2024-03-12"],
    ["45363", "2024-03-12"],
    ["45363.75", "2024-03-12"],
    ["31/02/2024", null],
    ["2024", null],
    ["la semaine dernière", null],
    ["", null],
  ])("« %s » is %s", (text, day) => expect(parsePastDay(text)).toBe(day));
});

describe("a duration as people write it", () => {
  it.each([
    ["1h30", "", 90],
    ["1 h 30", "", 90],
    ["1:30", "", 90],
    ["01:30:00", "", 90],
    ["2h", "", 120],
    ["1,5", "", 90],
    ["0.75", "", 45],
    ["1.5 h", "", 90],
    ["90", "", 90],
    ["90 min", "", 90],
    ["45mn", "", 45],
    ["2", "", 120],
    ["2", "Durée (min)", 2],
    ["12", "Nb d’heures", 720],
    ["1h30min", "", 90],
    ["1 heure 30", "", 90],
    ["30 minutes", "", 30],
    ["0,0625", "", 90],
    ["0.020833333333333332", "Durée", 30],
    ["26:00", "", undefined],
    ["1h75", "", undefined],
    ["0", "", undefined],
    ["25h", "", undefined],
    ["longtemps", "", undefined],
  ])("« %s » under « %s » is %s minutes", (text, title, minutes) =>
    expect(parsePastDuration(text, unitOfTitle(title))).toBe(minutes),
  );
});
