import type { GoalLine } from "~/features/dashboards/describe-goals.server";
import { useTexts } from "~/i18n/use-texts";
import { GoalProgress } from "./goal-progress";

/** The goals under way with their progress, on the dashboard; each opens its page. */
export function GoalsSection({ goals }: { goals: readonly GoalLine[] }) {
  const t = useTexts("dashboard");
  if (goals.length === 0) return null;
  return (
    <section id="goals" className="dashboard-block scroll-mt-4">
      <h2 className="mb-3 text-l">{t.blocks.goals}</h2>
      <ul className="goals grid gap-x-12 gap-y-5 lg:grid-cols-2 xl:grid-cols-3 print:grid-cols-3">
        {goals.map((goal) => (
          <li key={goal.id} className="grid content-start gap-1">
            <p>
              <a href={goal.to} className="inline-flex min-h-6 items-center font-semibold">
                {goal.title}
              </a>
            </p>
            <GoalProgress goal={goal} />
          </li>
        ))}
      </ul>
    </section>
  );
}
