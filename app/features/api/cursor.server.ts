import { and, type Column, eq, gt, or, type SQL } from "drizzle-orm";
import { ProblemError } from "./problem.server";

/** Where a page ended: what it is ordered by, then the id. Opaque to whoever gives it back. */
export const writeCursor = (value: string | number, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString("base64url");

/** The condition of what comes after a cursor; throws a 400 for one that was not ours. */
export function afterCursor(cursor: string | undefined, by: Column, id: Column): SQL | undefined {
  if (cursor === undefined) return undefined;
  const [value, last] = readCursor(cursor);
  return or(gt(by, value), and(eq(by, value), gt(id, last)));
}

function readCursor(cursor: string): [string | number, string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id]: unknown[] = parsed;
      if ((typeof value === "string" || typeof value === "number") && typeof id === "string") return [value, id];
    }
  } catch {
    // What is not JSON is no cursor of ours either.
  }
  throw new ProblemError("query", "after: not a cursor given by this API.");
}

/** One row more than the page was read: what is shown, and the cursor of what follows. */
export function pageFrom<T extends { id: string }>(rows: readonly T[], limit: number, by: (row: T) => string | number) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, next: rows.length > limit && last ? writeCursor(by(last), last.id) : null };
}
