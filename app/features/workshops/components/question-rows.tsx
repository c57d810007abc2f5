import { fill, useTexts } from "~/i18n/use-texts";
import type { TypedWorkshop } from "../typed";
import { optionsOf, type TypedErrors } from "./form-fields";

interface QuestionRowsProps {
  questions: TypedWorkshop["questions"];
  errors: TypedErrors;
}

/** The questions asked at registration; a row without words is no question. */
export function QuestionRows({ questions, errors }: QuestionRowsProps) {
  const { form: t } = useTexts("workshops");
  const wrong = Object.entries(errors).flatMap(([name, texts]) => (name.startsWith("questions") ? texts : []));
  return (
    <fieldset id="questions" className="grid gap-3">
      <legend className="font-semibold">{t.questions}</legend>
      {Array.from({ length: questions.length + 2 }, (_, number) => {
        const question = questions[number];
        const row = `questions[${number}]`;
        return (
          <div key={row} className="grid items-end gap-3 sm:grid-cols-[1fr_9rem_auto]">
            {question ? <input type="hidden" name={`${row}.id`} value={question.id} /> : null}
            <label className="grid gap-1 text-s">
              {fill(t.questionLabel, { number: number + 1 })}
              <input name={`${row}.label`} defaultValue={question?.label} className="input" />
            </label>
            <label className="grid gap-1 text-s">
              {t.questionKind}
              <select name={`${row}.kind`} defaultValue={question?.kind ?? "text"} className="input">
                {optionsOf(t.questionKinds).map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <label className="tick">
              <input type="checkbox" name={`${row}.isRequired`} defaultChecked={question?.isRequired} />
              {t.questionRequired}
            </label>
            <label className="grid gap-1 text-s sm:col-span-3">
              {t.questionChoices}
              <textarea name={`${row}.choices`} rows={2} defaultValue={question?.choices} className="input" />
            </label>
          </div>
        );
      })}
      {wrong.length > 0 ? <p className="text-s font-semibold text-error">{wrong.join(" ")}</p> : null}
    </fieldset>
  );
}
