import { Form } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import {
  levels,
  licences,
  locales,
  resourceKinds,
  resourceSeasons,
  resourceStates,
  resourceVisibilities,
} from "~/lib/vocabulary";
import { Choice as Tick } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

interface Choice {
  code: string;
  name: string;
}

interface ResourceFormProps {
  values: Record<string, string>;
  errors: Record<string, string[]>;
  themes: Choice[];
  /** Sub-themes by theme. */
  subThemes: { name: string; choices: Choice[] }[];
  kinds: Choice[];
  /** The kinds of establishment that are ticked. */
  forKinds: string[];
}

/** A sheet to write, or a link or a video to keep. */
export function ResourceForm({ values, errors, themes, subThemes, kinds: establishments, forKinds }: ResourceFormProps) {
  const {
    form: t,
    kinds,
    levels: levelNames,
    states,
    seasons,
    licences: licenceNames,
    visibilities,
    locales: localeNames,
  } = useTexts("resources");
  const { actions, form } = useTexts("common");
  const count = Object.keys(errors).length;
  const choices = {
    kind: resourceKinds.map((code) => ({ code, name: kinds[code] })),
    theme: themes,
    level: levels.map((code) => ({ code, name: levelNames[code] })),
    visibility: resourceVisibilities.map((code) => ({ code, name: visibilities[code] })),
    state: resourceStates.map((code) => ({ code, name: states[code] })),
    locale: locales.map((code) => ({ code, name: localeNames[code] })),
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
        <SubThemeField groups={subThemes} value={values.subTheme} errors={errors.subTheme} />
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
        {select("locale")}
      </div>
      <KindChoices kinds={establishments} chosen={forKinds} />
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

function KindChoices({ kinds, chosen }: { kinds: Choice[]; chosen: string[] }) {
  const { form: t } = useTexts("resources");
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t.forKinds}</legend>
      <div className="flex flex-wrap gap-2">
        {kinds.map((kind) => (
          <Tick key={kind.code} type="checkbox" name="forKinds" value={kind.code} isChecked={chosen.includes(kind.code)}>
            {kind.name}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}

interface SubThemeFieldProps {
  groups: ResourceFormProps["subThemes"];
  value: string | undefined;
  errors: string[] | undefined;
}

/** One of all sub-themes, under their theme: a plain list that needs no script. */
function SubThemeField({ groups, value, errors }: SubThemeFieldProps) {
  const { form: t } = useTexts("resources");
  const { form } = useTexts("common");
  return (
    <Field name="subTheme" label={t.subTheme} note={form.optional} errors={errors}>
      {(aria) => (
        <select {...aria} className="input" defaultValue={value}>
          <option value="">{t.noSubTheme}</option>
          {groups.map((group) => (
            <optgroup key={group.name} label={group.name}>
              {group.choices.map((choice) => (
                <option key={choice.code} value={choice.code}>
                  {choice.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
