import { definitionOf, type FigureKey, type FigureReading } from "./catalogue.model";

/** Outside the office, fewer people than this are not counted out. */
export const leastShown = 5;

export const isSmall = (count: number | null | undefined): boolean =>
  typeof count === "number" && count > 0 && count < leastShown;

/** Whether how many of the known were reached may stand beside them: the others are those never met, once the period is long. */
export const isReachTold = (known: number, reached: number): boolean =>
  !(isSmall(known) || isSmall(reached) || isSmall(known - reached));

/** Parts that add up to another figure: one hidden part would be the whole less the others. */
const partitions: readonly (readonly FigureKey[])[] = [
  ["newProviders", "followed"],
  // Those expected less the participations are those who did not come.
  ["absences", "expected"],
  ["noShow", "noShowIndividual", "noShowGroup"],
  ["costPerSupport", "costPerHour"],
];

/** The readings as someone outside the office may see them: no count of one to four people, nor what gives one away. */
export function maskSmall(readings: readonly FigureReading[]): FigureReading[] {
  const small = new Set(readings.filter(isTooSmall).map(({ id }) => id));
  if (hidesWhomItDidNot(readings)) small.add("reached");
  for (const id of besideTheTerritory(readings)) small.add(id);
  for (const parts of partitions) if (parts.some((id) => small.has(id))) for (const id of parts) small.add(id);
  return readings.map(({ unknown, ...reading }) => {
    if (small.has(reading.id)) return { id: reading.id, unit: reading.unit, value: null, isMasked: true };
    return unknown === undefined || isSmall(unknown) ? reading : { ...reading, unknown };
  });
}

/** Beside « never met », the known less the reached would tell it. */
function hidesWhomItDidNot(readings: readonly FigureReading[]): boolean {
  const reached = readings.find(({ id }) => id === "reached");
  const isBeside = readings.some(({ id }) => id === "never" || id === "longSince");
  return isBeside && isSmall((reached?.denominator ?? 0) - (reached?.value ?? 0));
}

/** Inside and outside an office's territory: a few outside, or a few inside whom it did not meet, would be told by the difference. */
function besideTheTerritory(readings: readonly FigureReading[]): FigureKey[] {
  const amountOf = (key: FigureKey) => readings.find(({ id }) => id === key)?.value ?? 0;
  const inside = readings.find(({ id }) => id === "inScope");
  if (!inside) return [];
  const [known, reached] = [amountOf("inScope"), amountOf("reachedInScope")];
  if (isSmall((inside.denominator ?? 0) - known)) return ["inScope", "reachedInScope"];
  return [amountOf("reached"), known].some((whole) => isSmall(whole - reached)) ? ["reachedInScope"] : [];
}

/** A count of people, or what it is a part of, that is too small to be told; a score of too few answers. */
function isTooSmall({ id, unit, value, count, denominator }: FigureReading): boolean {
  if (!definitionOf(id).isOfPeople) return false;
  return isSmall(unit === "count" ? value : count) || isSmall(denominator);
}

/**
 * A figure of people over several offices: the sum of the offices where it may be told, and of how many
 * that is. None is the mask itself.
 */
export function addOffices(whole: FigureReading, offices: readonly (FigureReading | undefined)[]): FigureReading {
  const { id, unit } = whole;
  const told = offices.flatMap((one) => (one && !one.isMasked ? [one] : []));
  if (told.length === offices.length) return whole;
  if (told.length === 0) return { id, unit, value: null, isMasked: true };
  const sum = (key: "value" | "count" | "denominator" | "unknown") =>
    whole[key] === undefined ? undefined : told.reduce((total, one) => total + (one[key] ?? 0), 0);
  const [count, denominator] = [sum("count"), sum("denominator")];
  const offered = { shown: told.length, all: offices.length };
  return {
    id,
    unit,
    value: valueOver(unit, told, sum("value") ?? 0),
    count,
    denominator,
    unknown: sum("unknown"),
    offices: offered,
  };
}

function valueOver(unit: FigureReading["unit"], told: readonly FigureReading[], sum: number): number | null {
  if (unit === "count") return sum;
  const whole = unit === "score" ? "count" : "denominator";
  const of = told.reduce((total, one) => total + (one[whole] ?? 0), 0);
  const part = told.reduce(
    (total, one) => total + (unit === "score" ? (one.value ?? 0) * (one.count ?? 0) : (one.count ?? 0)),
    0,
  );
  return of === 0 ? null : part / of;
}

/** Rows that add up to a known total, once those too small to be told stand together. */
export interface FoldedRows<T> {
  shown: T[];
  /** Too small, with the next smallest where these alone would still be; never a single one beside its total. */
  folded: T[];
}

/**
 * What may stand beside its total on an open page: a row under `leastShown` in any of its counts of people
 * goes with others until together they are enough, so that no subtraction tells a small one. Undefined where
 * even all of them are too few.
 */
export function foldForAll<T>(rows: readonly T[], countsOf: (row: T) => readonly number[]): FoldedRows<T> | undefined {
  const least = (row: T) => Math.min(...countsOf(row));
  const isNothing = (row: T) => countsOf(row).every((count) => count === 0);
  const bySize = rows.filter((row) => !isNothing(row)).sort((a, b) => least(a) - least(b));
  const folded: T[] = [];
  const isEnough = () => {
    const sums = folded.map(countsOf).reduce((total, counts) => total.map((sum, place) => sum + (counts[place] ?? 0)));
    return folded.length > 1 && Math.min(...sums) >= leastShown;
  };
  for (const row of bySize) {
    if (least(row) >= leastShown && (folded.length === 0 || isEnough())) break;
    folded.push(row);
  }
  if (folded.length > 0 && !isEnough()) return undefined;
  return { shown: rows.filter((row) => !isNothing(row) && !folded.includes(row)), folded };
}
