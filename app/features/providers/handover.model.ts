/** A hand-over is undone within this long of being done, days; a planned one at any time before. */
export const undoDays = 30;
export const undoMs = undoDays * 86_400_000;
