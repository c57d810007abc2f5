import { definitionOf, type FigureKey, type FigureReading } from "./catalogue.model";

/** Outside the office, fewer people than this are not counted out. */
export const leastShown = 5;

const isSmall = (count: number | null | undefined): boolean => typeof count === "number" && count > 0 && count < leastShown;

/** Parts that add up to another figure: one hidden part would be the whole less the others. */
const partitions: readonly (readonly FigureKey[])[] = [
  ["newProviders", "followed"],
  ["noShow", "noShowIndividual", "noShowGroup"],
  ["costPerSupport", "costPerHour"],
];

/** The readings as someone outside the office may see them: no count of one to four people, nor what gives one away. */
export function maskSmall(readings: readonly FigureReading[]): FigureReading[] {
  const small = new Set(readings.filter(isTooSmall).map(({ id }) => id));
  for (const parts of partitions) if (parts.some((id) => small.has(id))) for (const id of parts) small.add(id);
  return readings.map((reading) =>
    small.has(reading.id) ? { id: reading.id, unit: reading.unit, value: null, isMasked: true } : reading,
  );
}

/** A part of people, or what is left of it, that is too small to be told; a score of too few answers. */
function isTooSmall({ id, unit, value, count, denominator }: FigureReading): boolean {
  if (!definitionOf(id).isOfPeople) return false;
  const part = unit === "count" ? value : (count ?? null);
  const rest = unit === "score" || denominator === undefined || part === null ? 0 : denominator - part;
  return isSmall(part) || isSmall(denominator) || isSmall(rest);
}
