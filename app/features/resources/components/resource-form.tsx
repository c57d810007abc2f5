import { Form } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import { levels, licences, resourceSeasons, resourceStates, resourceVisibilities } from "~/lib/vocabulary";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

interface ResourceFormProps {
  values: Record<string, string>;
  errors: Record<string, string[]>;
  themes: { code: string; name: string }[];
}

/** A sheet to write, or a link or a video to keep. */
export function ResourceForm({ values, errors, themes }: ResourceFormProps) {
  const { form: t, kinds, levels: levelNames, states, seasons, licences: licenceNames, visibilities } = useTexts("resources");
  const { actions, form } = useTexts("common");
  const count = Object.keys(errors).length;
  const choices = {
    kind: (["sheet", "link", "video"] as const).map((code) => ({ code, name: kinds[code] })),
    theme: themes,
    level: levels.map((code) => ({ code, name: levelNames[code] })),
    visibility: resourceVisibilities.map((code) => ({ code, name: visibilities[code] })),
    state: resourceStates.map((code) => ({ code, name: states[code] })),
    season: resourceSeasons.map((code) => ({ code, name: seasons[code] })),
    licence: [{ code: "", name: t.noLicence }, ...licences.map((code) => ({ code, name: licenceNames[code] }))],
  };
  const select = (name: keyof typeof choices) => (
    <Field name={name} label={t[name]} errors={errors[name]}>
      {(aria) => (
        <select {...aria} className="input" defaultValue={values[name]}>
          {choices[name].map((choice) => (
            <option key={choice.code} value={choice.code}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const text = (name: "title" | "summary" | "url" | "minutes" | "keywords" | "author", isOptional: boolean) => (
    <Field name={name} label={t[name]} {...(isOptional ? { note: form.optional } : {})} errors={errors[name]}>
      {(aria) => <input {...aria} className="input" defaultValue={values[name]} autoComplete="off" />}
    </Field>
  );
  const day = (name: "reviewedOn" | "expiresOn") => (
    <Field name={name} label={t[name]} note={form.optional} errors={errors[name]}>
      {(aria) => <input {...aria} type="date" className="input" defaultValue={values[name]} />}
    </Field>
  );
  return (
    <Form method="post" noValidate className="grid max-w-3xl gap-5">
      <ErrorSummary title={fill(count === 1 ? form.fix_one : form.fix_other, { count })} errors={errors} labels={t} />
      <input type="hidden" name="id" value={values.id} />
      {values.version ? <input type="hidden" name="version" value={values.version} /> : null}
      {text("title", false)}
      {text("summary", true)}
      {text("keywords", true)}
      <div className="grid gap-5 sm:grid-cols-2">
        {select("kind")}
        {select("theme")}
        {select("level")}
        {select("visibility")}
        {text("url", true)}
        {text("minutes", true)}
        {select("state")}
        {select("season")}
        {day("reviewedOn")}
        {day("expiresOn")}
        {text("author", true)}
        {select("licence")}
      </div>
      <Field name="body" label={t.body} hint={t.bodyHint} errors={errors.body}>
        {(aria) => <textarea {...aria} rows={16} className="input" defaultValue={values.body} />}
      </Field>
      <div>
        <button type="submit" className="button button-main">
          {actions.save}
        </button>
      </div>
    </Form>
  );
}
