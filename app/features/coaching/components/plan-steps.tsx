import { useState } from "react";
import { fill, useTexts } from "~/i18n/use-texts";
import { TickList } from "~/ui/tick-list";
import type { ShownPerson } from "../people";

interface PlanStepsProps {
  people: readonly ShownPerson[];
  ticked: readonly string[] | undefined;
}

/** More than these are folded, so that the form stays short. */
const mostShown = 4;

/** The steps of the plans of those present that the session was about; nothing while no plan has an open one. */
export function PlanSteps({ people, ticked = [] }: PlanStepsProps) {
  const t = useTexts("sessionForm");
  const withSteps = people.filter((one) => one.steps.length > 0);
  const count = withSteps.reduce((sum, one) => sum + one.steps.length, 0);
  const [isOpen, setOpen] = useState(ticked.length > 0);
  if (count === 0 && ticked.length === 0) return null;
  const lists = withSteps.map((one) => (
    <TickList
      key={one.key}
      name="steps"
      {...(people.length > 1 ? { title: fill(t.stepsOf, { name: one.name }) } : count > mostShown ? {} : { title: t.steps })}
      hint={t.stepsHint}
      options={one.steps.map((step) => ({ value: step.id, label: step.name }))}
      ticked={ticked}
    />
  ));
  return (
    <div className="grid gap-4">
      <input type="hidden" name="hasSteps" value="on" />
      {count <= mostShown ? (
        lists
      ) : (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="sheet">
          <summary className="min-h-12 px-4 py-3 font-semibold text-primary">
            {t.steps} <span className="ml-1 font-normal text-muted">{fill(t.stepsCount, { count: String(count) })}</span>
          </summary>
          <fieldset className="grid gap-4 border-t border-rule p-4">
            <legend className="sr-only">{t.steps}</legend>
            {lists}
          </fieldset>
        </details>
      )}
    </div>
  );
}
