import { addDays, mondayOf, weekOf } from "~/lib/dates";
import { type ActionState, openActionStates } from "~/lib/vocabulary";

export const answerWays = ["phone", "desk", "session", "mail"] as const;
/** What a provider says about a step, one button each. */
export const ownAnswers = ["done", "alreadyDone", "doing", "blocked", "notForMe", "again"] as const;
export type OwnAnswerName = (typeof ownAnswers)[number];
/** What may be done to many steps of a plan at once. */
export const batchChanges = ["publish", "first", "normal", "later", "due", "together", "delete"] as const;
export const priorities = [1, 2, 3] as const;

/** Open: still ahead on the path. */
export const isOpen = (state: ActionState): boolean => openActionStates.some((open) => open === state);

/** Behind and in place: done with us, or already there. */
export const isDone = (state: ActionState): boolean => state === "done" || state === "already_done";

/** A plan without news for this long is « à recontacter », days. */
export const quietDays = 42;

/** How far a plan is: steps done of those that matter (not relevant ones are left out of both). */
export function progressOf(actions: readonly { state: ActionState }[]): { done: number; total: number } {
  const relevant = actions.filter((action) => action.state !== "not_relevant");
  return { done: relevant.filter((action) => isDone(action.state)).length, total: relevant.length };
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

/** The ids in their new order after one was put before another (null: last); the same order where either is unknown. */
export function movedBefore(ids: readonly string[], id: string, before: string | null): string[] {
  const others = ids.filter((one) => one !== id);
  const to = before === null ? others.length : others.indexOf(before);
  return to < 0 || !ids.includes(id) ? [...ids] : [...others.slice(0, to), id, ...others.slice(to)];
}

/** The gestures of a corrected action: those that stay keep their tick. */
export function stepsOf(titles: readonly string[], before: readonly { title: string; isDone: boolean }[] = []) {
  const done = new Set(before.filter((step) => step.isDone).map((step) => step.title));
  return titles.map((title) => ({ title, isDone: done.has(title) }));
}

/**
 * The day proposed for a new step: the Friday before the next full season when that is at least two
 * weeks away, else six weeks from now. Weeks are ISO weeks.
 */
export function proposedDueOn(today: string, seasonWeeks: readonly number[]): string {
  const soonest = addDays(today, 14);
  for (let monday = mondayOf(soonest); monday < addDays(today, 365); monday = addDays(monday, 7)) {
    const before = addDays(monday, -3);
    const opensSeason = seasonWeeks.includes(weekOf(monday)) && !seasonWeeks.includes(weekOf(addDays(monday, -7)));
    if (opensSeason && before >= soonest) return before;
  }
  return addDays(mondayOf(today), 46);
}
