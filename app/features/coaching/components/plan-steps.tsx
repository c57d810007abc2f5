import { fill, useTexts } from "~/i18n/use-texts";
import { TickList } from "~/ui/tick-list";
import type { ShownPerson } from "../people";

interface PlanStepsProps {
  people: readonly ShownPerson[];
  ticked: readonly string[] | undefined;
}

/** The steps of the plans of those present that the session was about; nothing while no plan has an open one. */
export function PlanSteps({ people, ticked = [] }: PlanStepsProps) {
  const t = useTexts("sessionForm");
  const withSteps = people.filter((one) => one.steps.length > 0);
  if (withSteps.length === 0 && ticked.length === 0) return null;
  return (
    <div className="grid gap-4">
      <input type="hidden" name="hasSteps" value="on" />
      {withSteps.map((one) => (
        <TickList
          key={one.key}
          name="steps"
          title={people.length > 1 ? fill(t.stepsOf, { name: one.name }) : t.steps}
          hint={t.stepsHint}
          options={one.steps.map((step) => ({ value: step.id, label: step.name }))}
          ticked={ticked}
        />
      ))}
    </div>
  );
}
