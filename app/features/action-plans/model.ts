import type { ActionState } from "~/lib/vocabulary";

export const answerWays = ["phone", "desk", "session", "mail"] as const;
export const priorities = [1, 2, 3] as const;

/** Open: still ahead on the path. */
export const isOpen = (state: ActionState): boolean => state === "todo" || state === "doing";

/** A page link lives 90 days (design 3.5), milliseconds. */
export const pageLinkLifeMs = 90 * 86_400_000;

/** A plan without news for this long is « à recontacter », days. */
export const quietDays = 42;

/** How far a plan is: steps done of those that matter (not relevant ones are left out of both). */
export function progressOf(actions: readonly { state: ActionState }[]): { done: number; total: number } {
  const relevant = actions.filter((action) => action.state !== "not_relevant");
  return { done: relevant.filter((action) => action.state === "done").length, total: relevant.length };
}

/** The day done that a new state leaves: the day it was said, or none when it is not done. */
export function doneOnOf(state: ActionState, saidOn: string): string | null {
  return state === "done" ? saidOn : null;
}

/** The ids in their new order after one moved by a place; the same order at either end. */
export function movedByOne(ids: readonly string[], id: string, way: "up" | "down"): string[] {
  const from = ids.indexOf(id);
  const to = way === "up" ? from - 1 : from + 1;
  const moved = [...ids];
  const other = moved[to];
  if (from < 0 || other === undefined) return moved;
  moved[to] = id;
  moved[from] = other;
  return moved;
}
