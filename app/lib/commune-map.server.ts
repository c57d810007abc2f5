import { type GeoGeometryObjects, geoIdentity, geoPath, geoTransform } from "d3-geo";
import type { Outline } from "./outlines";

/** What a map shows of a commune: every text is the caller's. */
export interface MapArea {
  inseeCode: string;
  /** « Soulac-sur-Mer », written where it has the place. */
  name: string;
  /** « Soulac-sur-Mer : 12 sur 20, 60 % ». */
  title: string;
  /** « 60 % », written on the shape where it has the place. */
  label: string;
  /** From 0 to 1; undefined where there is nobody to count. */
  part: number | undefined;
  /** Providers known: the size of a circle where there is no outline. */
  weight: number;
  to: string | undefined;
}
export interface Place {
  inseeCode: string;
  longitude: number;
  latitude: number;
}

const size = { width: 640, height: 520 };
/** In the map's own units: the least width of a shape that bears its figure, and what a line of text takes. */
const [leastForLabel, lineHeight, letterWidth] = [34, 18, 8];

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface Written {
  x: number;
  y: number;
  text: string;
}

export interface CommuneMapData {
  width: number;
  height: number;
  shapes: {
    key: string;
    path: string;
    level: number;
    title: string;
    labels: Written[];
    to: string | null;
    weight: number;
  }[];
}

/**
 * The shapes of a map, drawn on the server: outlines where the office has loaded them, else circles at
 * the mean place of a commune's establishments. Undefined where no commune has a place.
 */
export function drawMap(
  areas: readonly MapArea[],
  at: { outlines: readonly Outline[]; places: readonly Place[] },
): CommuneMapData | undefined {
  const placed = place(areas, at).sort((one, other) => other.area.weight - one.area.weight);
  if (placed.length === 0) return undefined;
  const path = pathThat(placed.map(({ geometry }) => geometry));
  const heaviest = Math.max(1, ...areas.map((area) => area.weight));
  const drawn = placed.map(({ area, geometry, isOutline }) => {
    const [[left, top], [right, bottom]] = path.bounds(geometry);
    const [x, y] = path.centroid(geometry);
    if (isOutline) return { area, x, y, isOutline, box: { left, top, right, bottom }, path: path(geometry) ?? "" };
    const radius = 8 + 18 * Math.sqrt(area.weight / heaviest);
    return { area, x, y, isOutline, box: around(x, y, radius), path: circle(x, y, radius) };
  });
  const labels = write(drawn);
  // The heaviest first, so that no small one is hidden.
  const shapes = drawn.map((one, index) => ({
    key: one.area.inseeCode,
    path: one.path,
    level: levelOf(one.area.part),
    title: one.area.title,
    labels: labels[index] ?? [],
    to: one.area.to ?? null,
    weight: one.area.weight,
  }));
  return { ...size, shapes };
}

interface Drawn {
  area: MapArea;
  x: number;
  y: number;
  isOutline: boolean;
  box: Box;
}

const around = (x: number, y: number, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});
const meets = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function boxOf({ x, y, text }: Written): Box {
  const half = (text.length * letterWidth) / 2;
  return { left: x - half, right: x + half, top: y - lineHeight + 5, bottom: y + 5 };
}

/**
 * The figure on each shape wide enough, then the names from the heaviest on: in the outline, or under the circle.
 * What would run into another text, a circle or the frame stays out: the shape's title has its words.
 */
function write(drawn: readonly Drawn[]): Written[][] {
  const taken: Box[] = [];
  const isFree = (line: Written) => {
    const box = boxOf(line);
    return box.left >= 0 && box.right <= size.width && box.bottom <= size.height && !taken.some((other) => meets(box, other));
  };
  const put = (line: Written, isFit: boolean): Written[] => {
    if (!isFit || !isFree(line)) return [];
    taken.push(boxOf(line));
    return [line];
  };
  const figures = drawn.map(({ area, x, y, box }) =>
    put({ x: Math.round(x), y: Math.round(y) + 5, text: area.label }, box.right - box.left >= leastForLabel),
  );
  const isCovered = (line: Written, own: Drawn) =>
    drawn.some((one) => one !== own && !one.isOutline && meets(boxOf(line), one.box));
  return drawn.map((one, index) => {
    const name = nameOf(one);
    const { isFit, ...line } = name;
    return [...(figures[index] ?? []), ...put(line, isFit && !isCovered(line, one))];
  });
}

function nameOf({ area, x, y, isOutline, box }: Drawn): Written & { isFit: boolean } {
  const text = area.name;
  if (!isOutline) return { x: Math.round(x), y: Math.round(box.bottom) + 14, text, isFit: true };
  const isFit = box.right - box.left >= text.length * letterWidth && box.bottom - box.top >= 3 * lineHeight;
  return { x: Math.round(x), y: Math.round(y) + 5 - lineHeight, text, isFit };
}

function place(areas: readonly MapArea[], at: { outlines: readonly Outline[]; places: readonly Place[] }) {
  const outlines = new Map(at.outlines.map(({ inseeCode, geometry }) => [inseeCode, geometry]));
  const places = new Map(at.places.map((one) => [one.inseeCode, one]));
  return areas.flatMap((area): { area: MapArea; geometry: GeoGeometryObjects; isOutline: boolean }[] => {
    const outline = outlines.get(area.inseeCode);
    if (outline) return [{ area, geometry: outline, isOutline: true }];
    const mean = places.get(area.inseeCode);
    if (!mean) return [];
    return [{ area, geometry: { type: "Point", coordinates: [mean.longitude, mean.latitude] }, isOutline: false }];
  });
}

/** The map of a small land is flat: degrees of longitude shortened by the latitude, north upwards, all of it in the frame. */
function pathThat(geometries: readonly GeoGeometryObjects[]) {
  const [[west, south], [east, north]] = geoPath(geoIdentity()).bounds({
    type: "GeometryCollection",
    geometries: [...geometries],
  });
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const margin = 30;
  // A single place still has a land around it.
  const [wide, high] = [Math.max(east - west, 0.05) * shrink, Math.max(north - south, 0.05)];
  const scale = Math.min((size.width - 2 * margin) / wide, (size.height - 2 * margin) / high);
  const centre = [((west + east) / 2) * shrink, (south + north) / 2] as const;
  const flat = geoTransform({
    point(longitude, latitude) {
      this.stream.point(
        size.width / 2 + (longitude * shrink - centre[0]) * scale,
        size.height / 2 - (latitude - centre[1]) * scale,
      );
    },
  });
  return geoPath(flat).digits(1);
}

const round = (value: number) => Math.round(value * 10) / 10;
const circle = (x: number, y: number, r: number) =>
  `M${round(x - r)},${round(y)}a${round(r)},${round(r)} 0 1,0 ${round(2 * r)},0a${round(r)},${round(r)} 0 1,0 ${round(-2 * r)},0Z`;

/** Nobody known, then four quarters, the first with none reached at all apart. */
function levelOf(part: number | undefined): number {
  if (part === undefined) return 0;
  return part === 0 ? 1 : Math.min(5, 2 + Math.floor(part * 4 - 1e-9));
}
