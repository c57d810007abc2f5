import type { GoalLine } from "~/features/dashboards/describe-goals.server";
import { Icon } from "~/ui/icon";

/** What a goal is of, a bar, its figures in words, and how it stands against the usual pace. */
export function GoalProgress({ goal }: { goal: GoalLine }) {
  return (
    <>
      <p className="text-s text-muted">{goal.context}</p>
      <svg width="100%" height="10" aria-hidden="true">
        <rect width="100%" height="10" rx="2" className="fill-rule" />
        <rect width={`${goal.part * 100}%`} height="10" rx="2" className="fill-primary" />
      </svg>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="tabular-nums">{goal.progress}</span>
        <span className={`inline-flex items-center gap-1 text-s ${goal.isWarning ? "font-semibold text-warn" : "text-muted"}`}>
          {goal.isWarning ? <Icon name="triangle-exclamation-point" size={16} /> : null}
          {goal.pace}
        </span>
      </p>
    </>
  );
}
