import { useState } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";

interface DurationChoiceProps {
  durations: { minutes: number; label: string }[];
  values: Record<string, string>;
  errors: string[] | undefined;
}

/** The usual durations, one tap each, and any other typed; what is typed wins. */
export function DurationChoice({ durations, values, errors }: DurationChoiceProps) {
  const t = useTexts("sessionForm");
  const given = values.duration || values.preset || "";
  const isPreset = durations.some((one) => String(one.minutes) === given);
  const [preset, setPreset] = useState(isPreset ? given : "");
  const [typed, setTyped] = useState(isPreset ? "" : given);
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{t.duration}</legend>
      <div className="flex flex-wrap items-end gap-2">
        {durations.map((one) => (
          <Choice
            key={one.minutes}
            type="radio"
            name="preset"
            value={String(one.minutes)}
            isChecked={preset === String(one.minutes)}
            onChange={() => {
              setPreset(String(one.minutes));
              setTyped("");
            }}
          >
            {one.label}
          </Choice>
        ))}
        <div className="w-40">
          <Field name="duration" label={t.otherDuration} errors={errors}>
            {(aria) => (
              <input
                {...aria}
                className="input"
                placeholder={t.minutesHint}
                autoComplete="off"
                value={typed}
                onChange={(event) => {
                  setTyped(event.target.value);
                  setPreset("");
                }}
              />
            )}
          </Field>
        </div>
      </div>
    </fieldset>
  );
}
