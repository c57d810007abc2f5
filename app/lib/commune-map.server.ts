import { type GeoGeometryObjects, geoIdentity, geoPath, geoTransform } from "d3-geo";
import type { Outline } from "./outlines";

/** What a map shows of a commune: every text is the caller's. */
export interface MapArea {
  inseeCode: string;
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
/** A label stands on a shape at least this wide, in the map's own units. */
const leastForLabel = 34;

export interface CommuneMapData {
  width: number;
  height: number;
  shapes: {
    key: string;
    path: string;
    level: number;
    title: string;
    label: { x: number; y: number; text: string } | null;
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
  const placed = place(areas, at);
  if (placed.length === 0) return undefined;
  const path = pathThat(placed.map(({ geometry }) => geometry));
  const heaviest = Math.max(1, ...areas.map((area) => area.weight));
  const shapes = placed.map(({ area, geometry, isOutline }) => {
    const radius = 8 + 18 * Math.sqrt(area.weight / heaviest);
    const [[left], [right]] = path.bounds(geometry);
    const [x, y] = path.centroid(geometry);
    const isWide = (isOutline ? right - left : radius * 2) >= leastForLabel;
    return {
      key: area.inseeCode,
      path: isOutline ? (path(geometry) ?? "") : circle(x, y, radius),
      level: levelOf(area.part),
      title: area.title,
      label: isWide ? { x: Math.round(x), y: Math.round(y) + 5, text: area.label } : null,
      to: area.to ?? null,
      weight: area.weight,
    };
  });
  // The small ones last, so that none is hidden.
  return { ...size, shapes: withRoom(shapes.sort((a, b) => b.weight - a.weight)) };
}

/** A label that would run into one already written stays out: the shape's title has its words. */
function withRoom(shapes: CommuneMapData["shapes"]): CommuneMapData["shapes"] {
  const written: { x: number; y: number }[] = [];
  return shapes.map((shape) => {
    const { label } = shape;
    if (!label) return shape;
    if (written.some(({ x, y }) => Math.abs(x - label.x) < 40 && Math.abs(y - label.y) < 18)) return { ...shape, label: null };
    written.push(label);
    return shape;
  });
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
