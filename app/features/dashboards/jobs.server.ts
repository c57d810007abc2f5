import type { JobHandlers } from "~/jobs/worker.server";
import { now } from "~/lib/clock";
import { listGoalsToReview } from "./goal.queries.server";
import { reviewGoal } from "./goal-warnings.commands.server";
import { measurerOf } from "./goal-warnings.server";
import { lookAtGoals } from "./schedule.server";

/** Looks how each goal under way stands. */
export function reviewGoals(): void {
  for (const goal of listGoalsToReview(now())) {
    const actor = measurerOf(goal);
    if (actor) reviewGoal(actor, goal);
  }
}

export const dashboardJobs: JobHandlers = {
  "goals.day": () => {
    lookAtGoals();
    reviewGoals();
  },
};
