import { describe, expect, it } from "vitest";
import { drawMap, type MapArea } from "./commune-map.server";
import type { Outline } from "./outlines";

const area = (inseeCode: string, given: Partial<MapArea> = {}): MapArea => ({
  inseeCode,
  name: `Nom ${inseeCode}`,
  title: inseeCode,
  label: "50 %",
  part: 0.5,
  weight: 10,
  to: undefined,
  ...given,
});
const places = [
  { inseeCode: "33514", longitude: -1.12, latitude: 45.51 },
  { inseeCode: "33540", longitude: -0.95, latitude: 45.35 },
];
function square(inseeCode: string, west: number, south: number): Outline {
  const [east, north] = [west + 0.1, south + 0.1];
  const ring: Outline["geometry"]["coordinates"][number][number] = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  return { inseeCode, geometry: { type: "MultiPolygon", coordinates: [[ring]] } };
}

describe("a map of communes", () => {
  it("is none where no commune has a place", () => {
    expect(drawMap([area("33514")], { outlines: [], places: [] })).toBeUndefined();
  });

  it("draws circles by weight, north above south, the heaviest behind", () => {
    const map = drawMap([area("33514"), area("33540", { weight: 40 })], { outlines: [], places });
    expect(map?.shapes.map((shape) => shape.key)).toEqual(["33540", "33514"]);
    const [south, north] = map?.shapes.map((shape) => Number(shape.path.split(",")[1]?.split("a")[0])) ?? [];
    expect(north).toBeLessThan(south ?? 0);
  });

  it("draws an outline whichever way it turns, within the frame, and labels what is wide enough", () => {
    const turned = square("33540", -1, 45.3);
    turned.geometry.coordinates[0]?.[0]?.reverse();
    const map = drawMap([area("33514"), area("33540")], { outlines: [square("33514", -1.2, 45.45), turned], places: [] });
    for (const shape of map?.shapes ?? []) {
      const numbers = shape.path.match(/[\d.]+/g)?.map(Number) ?? [];
      expect(Math.max(...numbers)).toBeLessThan(640);
      expect(numbers.length).toBe(8);
      expect(shape.labels.map((label) => label.text)).toEqual(["50 %", `Nom ${shape.key}`]);
    }
  });

  it("writes the heavier name where two would run into each other, and none over the frame", () => {
    const close = [places[0], { inseeCode: "33540", longitude: -1.1195, latitude: 45.51 }].flatMap((one) => one ?? []);
    const written = (areas: MapArea[]) =>
      drawMap(areas, { outlines: [], places: close })?.shapes.map((shape) => shape.labels.map((label) => label.text));
    expect(written([area("33514"), area("33540", { weight: 40 })])).toEqual([["50 %", "Nom 33540"], []]);
    expect(written([area("33514", { name: "x".repeat(200) })])).toEqual([["50 %"]]);
  });

  it.each([
    [undefined, 0],
    [0, 1],
    [0.01, 2],
    [0.25, 2],
    [0.26, 3],
    [0.5, 3],
    [0.75, 4],
    [0.76, 5],
    [1, 5],
  ])("shades a part of %s by level %i", (part, level) => {
    expect(drawMap([area("33514", { part })], { outlines: [], places })?.shapes[0]?.level).toBe(level);
  });
});
