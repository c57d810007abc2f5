import { useState } from "react";
import { useTexts } from "~/i18n/use-texts";
import { actionDoers } from "~/lib/vocabulary";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { useHydrated } from "~/ui/use-hydrated";
import { dueChoices } from "../model";

interface NextStepFieldsProps {
  values: Record<string, string>;
  /** The days that « dans 15 jours » and « avant la saison » come to. */
  dueDays: { fortnight: string; season: string };
  errors: Record<string, string[]>;
}

const offered = ["none", "fortnight", "season", "date"] as const;

/** The next step, when, and who does it. */
export function NextStepFields({ values, dueDays, errors }: NextStepFieldsProps) {
  const t = useTexts("sessionForm");
  const isHydrated = useHydrated();
  const [due, setDue] = useState(dueChoices.find((one) => one === values.nextStepDue) ?? "none");
  const doer = actionDoers.find((one) => one === values.nextStepBy) ?? "provider";
  const days: Record<string, string> = dueDays;
  return (
    <div className="grid gap-3">
      <Field name="nextStep" label={t.nextStep} hint={t.nextStepHint} errors={errors.nextStep}>
        {(aria) => <input {...aria} className="input" defaultValue={values.nextStep} autoComplete="off" />}
      </Field>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <fieldset>
          <legend className="text-s text-muted">{t.due}</legend>
          <div className="mt-1 flex flex-wrap gap-2">
            {offered.map((choice) => (
              <Choice
                key={choice}
                type="radio"
                name="nextStepDue"
                value={choice}
                isChecked={due === choice}
                onChange={() => setDue(choice)}
              >
                {t.dues[choice]}
                {days[choice] ? <span className="text-s opacity-90">{` (${days[choice]})`}</span> : null}
              </Choice>
            ))}
          </div>
        </fieldset>
        {isHydrated && due !== "date" ? null : (
          <Field name="nextStepDate" label={t.dueDate} errors={errors.nextStepDate}>
            {(aria) => <input {...aria} type="date" className="input" defaultValue={values.nextStepDate} />}
          </Field>
        )}
        <fieldset>
          <legend className="text-s text-muted">{t.doneBy}</legend>
          <div className="mt-1 flex flex-wrap gap-2">
            {actionDoers.map((one) => (
              <Choice key={one} type="radio" name="nextStepBy" value={one} isChecked={doer === one}>
                {t.doers[one]}
              </Choice>
            ))}
          </div>
        </fieldset>
      </div>
    </div>
  );
}
