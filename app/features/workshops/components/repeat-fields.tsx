import { useTexts } from "~/i18n/use-texts";
import { FormSelect, FormText, type TypedErrors } from "./form-fields";
import { HolidayTicks } from "./holiday-ticks";

interface RepeatFieldsProps {
  values: Record<string, string>;
  errors: TypedErrors;
  /** The office's calendar file tells holidays to come. */
  hasHolidays: boolean;
}

/** How a workshop repeats: a rule, its end, the days left out. */
export function RepeatFields({ values, errors, hasHolidays }: RepeatFieldsProps) {
  const { series: t } = useTexts("workshops");
  const options = (["weekly", "fortnightly", "monthly"] as const).map((value) => ({ value, label: t[value] }));
  const known = { values, errors };
  return (
    <div className="grid gap-2">
      <div className="grid items-end gap-5 sm:grid-cols-3">
        <FormSelect name="repeat" label={t.repeat} options={[{ value: "", label: t.never }, ...options]} {...known} />
        <FormText name="until" label={t.until} hint={t.untilHint} type="date" {...known} />
        <FormText name="exceptions" label={t.except} hint={t.exceptHint} {...known} />
      </div>
      <HolidayTicks values={values} hasHolidays={hasHolidays} />
    </div>
  );
}
