import { describe, expect, it } from "vitest";
import { RuleError } from "./errors";
import { readOutlines } from "./outlines";

const square = [
  [-1.1, 45.5],
  [-1.0, 45.5],
  [-1.0, 45.6],
  [-1.10000001, 45.6],
  [-1.1, 45.5],
];
const file = (properties: object, coordinates: unknown = [square], type = "Polygon") =>
  JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", properties, geometry: { type, coordinates } }] });

describe("outlines of communes", () => {
  it.each([{ code: "33514" }, { INSEE_COM: "33514" }, { nom: "Soulac-sur-Mer", codgeo: 33514 }])(
    "are known by %o",
    (properties) => {
      const [outline] = readOutlines(file(properties));
      expect(outline?.inseeCode).toBe("33514");
      expect(outline?.geometry.coordinates).toEqual([
        [
          [
            [-1.1, 45.5],
            [-1, 45.5],
            [-1, 45.6],
            [-1.1, 45.6],
            [-1.1, 45.5],
          ],
        ],
      ]);
    },
  );

  it("keep the zero of the first départements, and Corsica's letter", () => {
    expect(readOutlines(file({ code: "1004" }))[0]?.inseeCode).toBe("01004");
    expect(readOutlines(file({ code: "2a004" }))[0]?.inseeCode).toBe("2A004");
  });

  it.each([
    ["outlinesNotJson", "{"],
    ["outlinesNotGeoJson", JSON.stringify({ type: "Topology" })],
    ["outlinesWithoutCode", file({ nom: "Soulac-sur-Mer" })],
    [
      "outlinesProjected",
      file({ code: "33514" }, [
        [
          [380_000, 6_500_000],
          [1, 1],
          [2, 2],
          [3, 3],
        ],
      ]),
    ],
  ])("are refused with words: %s", (key, text) => {
    expect(() => readOutlines(text)).toThrow(expect.objectContaining({ key }));
    expect(() => readOutlines(text)).toThrow(RuleError);
  });
});
