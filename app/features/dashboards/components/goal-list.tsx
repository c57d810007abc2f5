import type { GoalLine } from "~/features/dashboards/describe-goals.server";
import { useTexts } from "~/i18n/use-texts";
import { GoalProgress } from "./goal-progress";

/** Goals with their progress; each opens its page, with its history. */
export function GoalList({ goals }: { goals: readonly GoalLine[] }) {
  const t = useTexts("goals");
  return (
    <ul className="sheet max-w-3xl divide-y divide-rule">
      {goals.map((goal) => (
        <li key={goal.id} className="grid gap-1 p-4">
          <p>
            <a href={goal.to} className="font-semibold">
              {goal.title}
            </a>
          </p>
          <GoalProgress goal={goal} />
          <p className="text-s">
            <a href={goal.rowsTo} className="inline-flex min-h-11 items-center">
              {t.rows}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
