import { RuleError } from "./errors";

/** A commune's outline: its INSEE code and a GeoJSON geometry in degrees, rounded to some 10 m. */
export interface Outline {
  inseeCode: string;
  geometry: { type: "MultiPolygon"; coordinates: Ring[][] };
}
type Ring = [longitude: number, latitude: number][];

/** How the usual files name the commune's code: IGN Admin Express, Etalab's contours, INSEE, data.gouv.fr. */
const codeNames = ["code", "insee", "insee_com", "code_insee", "codgeo", "insee_code", "com", "codeinsee"];

/**
 * The communes' outlines of a GeoJSON file. Throws RuleError `outlinesNotJson`, `outlinesNotGeoJson`,
 * `outlinesProjected` (metres instead of degrees), `outlinesWithoutCode`.
 */
export function readOutlines(text: string): Outline[] {
  const features = featuresOf(parse(text));
  const outlines = features.flatMap((feature) => {
    const inseeCode = codeOf(feature);
    const coordinates = polygonsOf(feature);
    return inseeCode && coordinates.length > 0 ? [{ inseeCode, geometry: { type: "MultiPolygon" as const, coordinates } }] : [];
  });
  if (outlines.length === 0) throw new RuleError("outlinesWithoutCode", {}, "file");
  return outlines;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new RuleError("outlinesNotJson", {}, "file");
  }
}

function featuresOf(file: unknown): object[] {
  if (!isObject(file) || Reflect.get(file, "type") !== "FeatureCollection") throw new RuleError("outlinesNotGeoJson", {}, "file");
  const features: unknown = Reflect.get(file, "features");
  return Array.isArray(features) ? features.filter(isObject) : [];
}

function codeOf(feature: object): string | undefined {
  const properties: unknown = Reflect.get(feature, "properties");
  if (!isObject(properties)) return undefined;
  const entry = Object.entries(properties).find(([name, value]) => codeNames.includes(name.toLowerCase()) && isCode(value));
  return entry ? String(entry[1]).padStart(5, "0").toUpperCase() : undefined;
}

const isCode = (value: unknown) => /^(?:\d{4,5}|2[AB]\d{3})$/i.test(String(value));
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function polygonsOf(feature: object): Ring[][] {
  const geometry: unknown = Reflect.get(feature, "geometry");
  if (!isObject(geometry)) return [];
  const type: unknown = Reflect.get(geometry, "type");
  const coordinates: unknown = Reflect.get(geometry, "coordinates");
  if (!Array.isArray(coordinates)) return [];
  const polygons: unknown[] = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : [];
  return polygons.map((polygon) => (Array.isArray(polygon) ? polygon.map(ringOf) : [])).map((rings) => rings.filter(isRing));
}

const isRing = (ring: Ring) => ring.length >= 4;
const degrees = (value: number) => Math.round(value * 10_000) / 10_000;

/** Points that rounding made equal to the one before are left out. */
function ringOf(points: unknown): Ring {
  const ring: Ring = [];
  for (const point of Array.isArray(points) ? points : []) {
    const next = pointOf(point);
    const last = ring.at(-1);
    if (next && (last?.[0] !== next[0] || last[1] !== next[1])) ring.push(next);
  }
  return ring;
}

function pointOf(point: unknown): Ring[number] | undefined {
  const [longitude = Number.NaN, latitude = Number.NaN] = Array.isArray(point) ? point.map(Number) : [];
  if (Number.isNaN(longitude + latitude)) return undefined;
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) throw new RuleError("outlinesProjected", {}, "file");
  return [degrees(longitude), degrees(latitude)];
}
