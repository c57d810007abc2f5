/** The figures that a goal may count: those that add up over a period. */
export const goalFigures = ["sessions", "supports", "reached", "newProviders", "contact", "actionsDone"] as const;
export type GoalFigure = (typeof goalFigures)[number];

/** A theme narrows sessions and what follows from them, not the plans' actions. */
export const takesTheme = (figure: GoalFigure): boolean => figure !== "actionsDone";

export type GoalPace = "reached" | "ahead" | "onPace" | "behind" | "unknown" | "missed" | "toCome";

interface Standing {
  value: number;
  target: number;
  /** Where the period stands today: before, during or after it. */
  place: "before" | "during" | "after";
  /** The part of the whole that was reached by the same day in each of the years before; absent years are left out. */
  partsBefore: readonly number[];
}

/**
 * How a goal stands against the season's own rhythm: a tenth around what the two years before had reached by
 * the same day is on pace. With fewer than two full years nothing is foretold.
 */
export function paceOf({ value, target, place, partsBefore }: Standing): GoalPace {
  if (value >= target) return "reached";
  if (place === "before") return "toCome";
  if (place === "after") return "missed";
  const expected = expectedPart(partsBefore);
  if (expected === undefined) return "unknown";
  const awaited = expected * target;
  if (value < awaited * 0.9) return "behind";
  return value > awaited * 1.1 ? "ahead" : "onPace";
}

export type GoalWarningKind = "behind" | "missed";
/** What is worth a warning: behind the season's rhythm, or not reached when the period ended. */
export const warningOf = (pace: GoalPace): GoalWarningKind | undefined =>
  pace === "behind" || pace === "missed" ? pace : undefined;

/** The part (0 to 1) usually reached by now; undefined before two full years exist. */
export function expectedPart(partsBefore: readonly number[]): number | undefined {
  if (partsBefore.length < 2) return undefined;
  return partsBefore.reduce((sum, part) => sum + part, 0) / partsBefore.length;
}
