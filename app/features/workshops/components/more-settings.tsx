import { fill, useTexts } from "~/i18n/use-texts";
import type { WorkshopChoices } from "../form-data.server";
import type { TypedWorkshop } from "../typed";
import { FormSelect, FormText, optionsOf, Tick, Ticks, type TypedErrors } from "./form-fields";
import { NumberRows } from "./number-rows";
import { QuestionRows } from "./question-rows";

interface MoreSettingsProps {
  typed: TypedWorkshop;
  choices: WorkshopChoices;
  errors: TypedErrors;
}

/** What has its usual value: waiting list, reminders, questions, resources, equipment, pooled seats. */
export function MoreSettings({ typed, choices, errors }: MoreSettingsProps) {
  const { form: t } = useTexts("workshops");
  const { values, lists } = typed;
  const known = { values, errors };
  const otherThemes = choices.themes.filter((one) => one.value !== values.mainTheme);
  const things = choices.equipment.map((one) => ({
    id: one.id,
    label: fill(t.equipmentOf, { name: one.name, count: one.quantity }),
  }));
  const offices = choices.neighbours.map((one) => ({ id: one.value, label: one.label }));
  return (
    <details className="sheet p-4 md:p-6" open={Object.keys(errors).length > 0}>
      <summary className="font-semibold">{t.more}</summary>
      <div className="mt-4 grid gap-6">
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <FormSelect name="closesMinutes" label={t.closesMinutes} options={optionsOf(t.closes)} {...known} />
          <FormSelect name="offerMinutes" label={t.offerMinutes} options={optionsOf(t.offers)} {...known} />
          <FormText name="seatsPerEstablishment" label={t.seatsPerEstablishment} inputMode="numeric" {...known} />
          <FormText name="minimum" label={t.minimum} inputMode="numeric" {...known} />
          <FormSelect name="language" label={t.language} options={optionsOf(t.languages)} {...known} />
          <FormText
            name="laterFeedbackDays"
            label={t.laterFeedbackDays}
            hint={t.laterFeedbackHint}
            inputMode="numeric"
            {...known}
          />
        </div>
        <Ticks name="reminders" legend={t.reminders} options={optionsOf(t.reminderChoices)} chosen={lists.reminders} />
        <div>
          <Tick name="isPaid" label={t.isPaid} isChecked={values.isPaid === "on"} />
          <Tick name="hasSignatures" label={t.hasSignatures} isChecked={values.hasSignatures === "on"} />
        </div>
        <Ticks name="themes" legend={t.themes} options={otherThemes} chosen={lists.themes} />
        <QuestionRows questions={typed.questions} errors={errors} />
        <Ticks name="resourcesBefore" legend={t.resourcesBefore} options={choices.resources} chosen={lists.resourcesBefore} />
        <Ticks name="resourcesAfter" legend={t.resourcesAfter} options={choices.resources} chosen={lists.resourcesAfter} />
        <NumberRows name="equipment" legend={t.equipment} rows={things} numbers={typed.equipment} errors={errors} />
        {errors.equipment ? (
          <div>
            <Tick name="equipmentAnyway" label={t.equipmentAnyway} isChecked={values.equipmentAnyway === "on"} />
          </div>
        ) : null}
        <NumberRows name="shares" legend={t.shares} hint={t.sharesHint} rows={offices} numbers={typed.shares} errors={errors} />
        <FormText name="sharesUntil" label={t.sharesUntil} type="date" {...known} />
      </div>
    </details>
  );
}
