import { Choice } from "~/ui/choice";
import type { OpeningDay } from "../describe-openings.server";

interface OpeningChoiceProps {
  legend: string;
  days: OpeningDay[];
  chosen: string;
  errors: string[] | undefined;
}

/** The open hours, a line of large targets a day. */
export function OpeningChoice({ legend, days, chosen, errors }: OpeningChoiceProps) {
  return (
    <fieldset id="slot" aria-describedby={errors ? "slot-error" : undefined} tabIndex={-1}>
      <legend className="mb-2 font-semibold">{legend}</legend>
      <div className="grid gap-4">
        {days.map((day) => (
          <div key={day.day} role="group" aria-labelledby={`opening-${day.day}`}>
            <p id={`opening-${day.day}`} className="mb-1 first-letter:uppercase">
              {day.label}
            </p>
            <div className="flex flex-wrap gap-2">
              {day.openings.map((one) => (
                <Choice key={one.value} type="radio" name="slot" value={one.value} isChecked={one.value === chosen}>
                  {one.hour}
                  <span className="text-s"> {one.context}</span>
                </Choice>
              ))}
            </div>
          </div>
        ))}
      </div>
      {errors ? (
        <p id="slot-error" className="mt-2 text-s font-semibold text-error">
          {errors.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
