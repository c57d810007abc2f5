import { useState } from "react";
import { useLabelled, useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";

interface DurationChoiceProps {
  durations: { minutes: number; label: string }[];
  values: Record<string, string>;
  errors: string[] | undefined;
}

/** The usual durations, one tap each, and any other typed; what is typed wins. */
export function DurationChoice({ durations, values, errors }: DurationChoiceProps) {
  const labelled = useLabelled();
  const t = useTexts("sessionForm");
  const isWrong = errors !== undefined && errors.length > 0;
  const given = values.duration || values.preset || "";
  const isPreset = durations.some((one) => String(one.minutes) === given);
  const [preset, setPreset] = useState(isPreset ? given : "");
  const [typed, setTyped] = useState(isPreset ? "" : given);
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{t.duration}</legend>
      <div className="flex flex-wrap items-center gap-2">
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
        <input
          id="duration"
          name="duration"
          aria-label={t.otherDuration}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? "duration-error" : undefined}
          className="input w-60 max-w-full"
          placeholder={labelled(t.otherDuration, t.minutesHint)}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPreset("");
          }}
        />
      </div>
      {isWrong ? (
        <p id="duration-error" className="text-s font-semibold text-error">
          {errors?.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
