import type { GoalLine } from "~/features/dashboards/describe-goals.server";
import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

/** Goals with their progress: a bar, its figures in words, and how it stands against the usual pace. */
export function GoalList({ goals, canSet }: { goals: readonly GoalLine[]; canSet: boolean }) {
  const t = useTexts("goals");
  return (
    <ul className="sheet max-w-3xl divide-y divide-rule">
      {goals.map((goal) => (
        <li key={goal.id} className="grid gap-1 p-4">
          <p className="font-semibold">{goal.title}</p>
          <p className="text-s text-muted">{goal.context}</p>
          <svg width="100%" height="10" aria-hidden="true">
            <rect width="100%" height="10" rx="2" className="fill-rule" />
            <rect width={`${goal.part * 100}%`} height="10" rx="2" className="fill-primary" />
          </svg>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="tabular-nums">{goal.progress}</span>
            <span
              className={`inline-flex items-center gap-1 text-s ${goal.isWarning ? "font-semibold text-warn" : "text-muted"}`}
            >
              {goal.isWarning ? <Icon name="triangle-exclamation-point" size={16} /> : null}
              {goal.pace}
            </span>
          </p>
          <p className="flex flex-wrap gap-x-4 text-s">
            <a href={goal.rowsTo} className="inline-flex min-h-11 items-center">
              {t.rows}
            </a>
            {canSet ? (
              <a href={goal.to} className="inline-flex min-h-11 items-center">
                {t.change}
              </a>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
