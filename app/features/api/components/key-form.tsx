import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";

interface KeyFormProps {
  id: string;
  scopes: readonly { value: string; label: string; hint: string }[];
  months: readonly { value: string; label: string }[];
  reply: FormReply | undefined;
}

/** A new key: for whom, what it reads, how long. */
export function KeyForm({ id, scopes, months, reply }: KeyFormProps) {
  const t = useTexts("api").form;
  const errors = reply?.errors ?? {};
  const ticked = [reply?.values.scopes ?? []].flat();
  return (
    <section aria-labelledby="new-key" className="sheet mb-8 grid max-w-2xl gap-4 p-4">
      <h2 id="new-key" className="text-l">
        {t.title}
      </h2>
      {errors[""] ? (
        <p role="alert" className="font-semibold text-error">
          {errors[""].join(" ")}
        </p>
      ) : null}
      <Form method="post" noValidate className="grid gap-4">
        <input type="hidden" name="id" value={id} />
        <Field name="name" label={t.name} hint={t.nameHint} errors={errors.name}>
          {(aria) => <input {...aria} className="input" maxLength={80} defaultValue={String(reply?.values.name ?? "")} />}
        </Field>
        <fieldset className="grid gap-2">
          <legend className="font-semibold">{t.scopes}</legend>
          {scopes.map((scope) => (
            <Choice key={scope.value} type="checkbox" name="scopes" value={scope.value} isChecked={ticked.includes(scope.value)}>
              {scope.label}
              <span className="block text-s text-muted">{scope.hint}</span>
            </Choice>
          ))}
          {errors.scopes ? <p className="text-s font-semibold text-error">{errors.scopes.join(" ")}</p> : null}
        </fieldset>
        <Field name="months" label={t.months} errors={errors.months}>
          {(aria) => (
            <select {...aria} className="input" defaultValue={String(reply?.values.months ?? "12")}>
              {months.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" name="intent" value="make" className="button button-main justify-self-start">
          {t.submit}
        </button>
      </Form>
    </section>
  );
}
