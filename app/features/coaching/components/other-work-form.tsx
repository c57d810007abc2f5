import { Form } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import { otherWorkKinds } from "~/lib/vocabulary";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

interface OtherWorkFormProps {
  values: Record<string, string>;
  errors: Record<string, string[]>;
}

/** « Autre travail »: what, how long, when, one line. */
export function OtherWorkForm({ values, errors }: OtherWorkFormProps) {
  const { other: t } = useTexts("coachingLog");
  const { otherWork } = useTexts("coaching");
  const { form } = useTexts("common");
  const count = Object.keys(errors).length;
  return (
    <Form method="post" noValidate className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
      <ErrorSummary
        title={fill(count === 1 ? form.fix_one : form.fix_other, { count })}
        errors={errors}
        labels={{ ...t, heldOn: t.day }}
      />
      <input type="hidden" name="id" value={values.id} />
      {values.ownerId ? <input type="hidden" name="ownerId" value={values.ownerId} /> : null}
      {values.version ? <input type="hidden" name="version" value={values.version} /> : null}
      <fieldset id="kind" aria-describedby={errors.kind ? "kind-error" : undefined}>
        <legend className="font-semibold">{t.kind}</legend>
        <div className="mt-1 flex flex-wrap gap-2">
          {otherWorkKinds.map((kind) => (
            <label
              key={kind}
              className="button has-checked:border-primary has-checked:bg-primary/10 has-checked:text-primary has-focus-visible:outline-3"
            >
              <input type="radio" name="kind" value={kind} defaultChecked={values.kind === kind} className="sr-only" />
              {otherWork[kind]}
            </label>
          ))}
        </div>
        {errors.kind ? (
          <p id="kind-error" className="mt-1 text-s font-semibold text-error">
            {errors.kind.join(" ")}
          </p>
        ) : null}
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="duration" label={t.duration} errors={errors.duration}>
          {(aria) => (
            <input {...aria} className="input" placeholder={t.durationHint} defaultValue={values.duration} autoComplete="off" />
          )}
        </Field>
        <Field name="heldOn" label={t.day} errors={errors.heldOn}>
          {(aria) => <input {...aria} type="date" className="input" defaultValue={values.heldOn} />}
        </Field>
      </div>
      <Field name="note" label={t.note} note={form.optional} errors={errors.note}>
        {(aria) => <input {...aria} className="input" defaultValue={values.note} autoComplete="off" />}
      </Field>
      <div>
        <button type="submit" className="button button-main">
          {t.save}
        </button>
      </div>
    </Form>
  );
}
