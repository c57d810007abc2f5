import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { fill, useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

interface StoryField {
  name: string;
  label: string;
  hint?: string;
  /** Lines of a text; one line without it. */
  rows?: number;
  type?: "date" | "url";
  isOptional?: boolean;
}

interface StoryFormProps {
  fields: StoryField[];
  values: Record<string, string>;
  themes: { code: string; name: string }[];
  kinds?: { code: string; name: string }[];
  /** The kinds ticked before anything was typed. */
  forKinds?: string[];
  reply: FormReply | undefined;
}

/** A report or a piece of news to write: its theme, its texts, and for which establishments. */
export function StoryForm({ fields, values, themes, kinds, forKinds, reply }: StoryFormProps) {
  const t = useTexts("library");
  const { actions, form } = useTexts("common");
  const errors = reply?.errors ?? {};
  const count = Object.keys(errors).length;
  const typed = (name: string) => String(reply?.values[name] ?? values[name] ?? "");
  const labels = { theme: t.theme, ...Object.fromEntries(fields.map((one) => [one.name, one.label])) };
  const given = reply ? reply.values.forKinds : forKinds;
  const ticked = Array.isArray(given) ? given : [given];
  return (
    <Form method="post" noValidate className="sheet grid max-w-3xl gap-5 p-4 md:p-6">
      <ErrorSummary title={fill(count === 1 ? form.fix_one : form.fix_other, { count })} errors={errors} labels={labels} />
      <input type="hidden" name="id" value={typed("id")} />
      {values.version ? <input type="hidden" name="version" value={values.version} /> : null}
      <Field name="theme" label={t.theme} errors={errors.theme}>
        {(aria) => (
          <select {...aria} className="input" defaultValue={typed("theme")}>
            {themes.map((theme) => (
              <option key={theme.code} value={theme.code}>
                {theme.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {fields.map(({ name, label, hint, rows, type, isOptional }) => (
        <Field
          key={name}
          name={name}
          label={label}
          hint={hint}
          {...(isOptional ? { note: form.optional } : {})}
          errors={errors[name]}
        >
          {(aria) =>
            rows ? (
              <textarea {...aria} rows={rows} className="input" defaultValue={typed(name)} />
            ) : (
              <input {...aria} type={type ?? "text"} className="input" defaultValue={typed(name)} autoComplete="off" />
            )
          }
        </Field>
      ))}
      {kinds ? (
        <fieldset>
          <legend className="mb-2 font-semibold">{t.forKinds}</legend>
          <div className="flex flex-wrap gap-2">
            {kinds.map((kind) => (
              <Choice key={kind.code} type="checkbox" name="forKinds" value={kind.code} isChecked={ticked.includes(kind.code)}>
                {kind.name}
              </Choice>
            ))}
          </div>
        </fieldset>
      ) : null}
      <div>
        <button type="submit" className="button button-main">
          {actions.save}
        </button>
      </div>
    </Form>
  );
}
