import { useTexts } from "~/i18n/use-texts";
import { FormSelect, FormText, Tick, type TypedErrors } from "./form-fields";

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
      <div className="flex flex-wrap gap-x-5">
        {hasHolidays ? <Tick name="withoutSchool" label={t.withoutSchool} isChecked={values.withoutSchool === "on"} /> : null}
        <Tick name="withoutPublic" label={t.withoutPublic} isChecked={values.withoutPublic === "on"} />
      </div>
    </div>
  );
}
