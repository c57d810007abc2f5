import type { FigureKey, FigureReading } from "./catalogue.model";
import type { CoverageRow } from "./coverage.queries.server";

export type Values = Partial<Record<FigureKey, Omit<FigureReading, "id" | "unit">>>;

/** The figures of reach that the coverage's rows hold; `again` only beside a period compared with. */
export function reachOf(rows: readonly CoverageRow[], hasBefore: boolean): Values {
  const sum = (key: "known" | "reached" | "newProviders" | "again" | "never" | "longSince") =>
    rows.reduce((total, row) => total + row[key], 0);
  const [known, reached, newProviders] = [sum("known"), sum("reached"), sum("newProviders")];
  return {
    known: { value: known },
    reached: { value: reached, denominator: known },
    ...inScopeOf(rows),
    newProviders: { value: newProviders, denominator: reached },
    followed: { value: reached - newProviders, denominator: reached },
    ...(hasBefore ? { again: { value: sum("again"), denominator: reached } } : {}),
    never: { value: sum("never"), denominator: known },
    longSince: { value: sum("longSince"), denominator: known },
  };
}

/** Of the offices whose settings name their communes alone; left out where none does. */
function inScopeOf(rows: readonly CoverageRow[]): Values {
  const placed = rows.filter((row) => row.isInScope !== null);
  if (placed.length === 0) return {};
  const sum = (of: readonly CoverageRow[], key: "known" | "reached") => of.reduce((total, row) => total + row[key], 0);
  const inside = placed.filter((row) => row.isInScope);
  const [shown, all] = [new Set(placed.map((row) => row.ownerId)).size, new Set(rows.map((row) => row.ownerId)).size];
  const told = shown === all ? {} : { offices: { shown, all } };
  return {
    inScope: { value: sum(inside, "known"), denominator: sum(placed, "known"), ...told },
    reachedInScope: { value: sum(inside, "reached"), denominator: sum(inside, "known"), ...told },
  };
}
