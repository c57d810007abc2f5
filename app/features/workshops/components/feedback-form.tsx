import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { optionsOf, type TypedErrors } from "./form-fields";

interface FeedbackFormProps {
  id: string;
  /** The second one: what was put in place. */
  isLater: boolean;
  errors: TypedErrors;
  /** What was typed in a form that came back. */
  values: Readonly<Record<string, unknown>>;
}

/** Five questions at the end, two later; a tap each. */
export function FeedbackForm({ id, isLater, errors, values }: FeedbackFormProps) {
  const t = useTexts("programme");
  const f = t.feedback;
  const typed = (name: string) => ({ name, value: String(values[name] ?? "") });
  // What stands beside its field is not said above too.
  const wrong = Object.entries(errors).flatMap(([name, texts]) => (name === "deed" || name === "comment" ? [] : texts));
  return (
    <Form method="post" noValidate className="sheet grid max-w-2xl gap-6 p-4 md:p-6">
      {wrong.length > 0 ? (
        <p role="alert" className="font-semibold text-error">
          {wrong.join(" ")}
        </p>
      ) : null}
      <input type="hidden" name="id" value={id} />
      {isLater ? null : (
        <>
          <Choices {...typed("usefulness")} legend={f.usefulness} options={optionsOf(f.scale)} />
          <Choices {...typed("pace")} legend={f.pace} options={optionsOf(f.paces)} />
        </>
      )}
      <Words {...typed("deed")} errors={errors.deed} label={isLater ? f.deedLater : f.deed} />
      {isLater ? null : (
        <Choices
          {...typed("recommend")}
          legend={f.recommend}
          options={[
            { value: "yes", label: t.yes },
            { value: "no", label: t.no },
          ]}
        />
      )}
      <Words {...typed("comment")} errors={errors.comment} label={f.comment} />
      <label className="tick">
        <input type="checkbox" name="quotable" defaultChecked={values.quotable === "on"} />
        {f.quotable}
      </label>
      <div>
        <button type="submit" className="button button-main">
          {f.send}
        </button>
      </div>
    </Form>
  );
}

interface Asked {
  name: string;
  /** As it was typed. */
  value: string;
}

function Choices({ name, value, legend, options }: Asked & { legend: string; options: { value: string; label: string }[] }) {
  return (
    <fieldset>
      <legend className="font-semibold">{legend}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="radio" name={name} value={option.value} defaultChecked={option.value === value} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Words({ name, value, label, errors = [] }: Asked & { label: string; errors: string[] | undefined }) {
  const wrong = errors.length > 0 ? { "aria-invalid": true, "aria-describedby": `${name}-wrong` } : {};
  return (
    <label className="grid gap-1">
      <span className="font-semibold">{label}</span>
      <textarea name={name} rows={3} className="input" defaultValue={value} {...wrong} />
      {errors.length > 0 ? (
        <span id={`${name}-wrong`} role="alert" className="text-s font-semibold text-error">
          {errors.join(" ")}
        </span>
      ) : null}
    </label>
  );
}
