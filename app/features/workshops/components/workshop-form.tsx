import { Form } from "@remix-run/react";
import type { Sent } from "~/i18n/translate";
import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { SuggestInput } from "~/ui/suggest-input";
import type { WorkshopChoices } from "../form-data.server";
import type { TypedWorkshop } from "../typed";
import { FormSelect, FormText, optionsOf, Ticks, type TypedErrors } from "./form-fields";
import { MoreSettings } from "./more-settings";
import { PartRows, partLabel } from "./part-rows";

interface WorkshopFormProps {
  typed: TypedWorkshop;
  choices: WorkshopChoices;
  errors: TypedErrors;
  submit: string;
  /** What the times meet, said before saving. */
  notice?: React.ReactNode;
  children?: React.ReactNode;
}

/** « Préparer un atelier »: what, when, where and how many stand open; the rest folds. */
export function WorkshopForm({ typed, choices, errors, submit, notice, children }: WorkshopFormProps) {
  const { form: t, formats, places, levels, audiences } = useTexts("workshops");
  const { form } = useTexts("common");
  const { values } = typed;
  const count = Object.keys(errors).length;
  const known = { values, errors };
  return (
    <Form method="post" noValidate className="grid max-w-3xl gap-6">
      <ErrorSummary
        title={fill(count === 1 ? form.fix_one : form.fix_other, { count })}
        errors={errors}
        labels={labelsOf(t, errors)}
      />
      {(["id", "ownerId", "version"] as const).map((name) =>
        values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null,
      )}
      <div className="sheet grid gap-5 p-4 md:p-6">
        <FormText name="title" label={t.title} {...known} isRequired />
        <Field name="description" label={t.description} note={form.optional} hint={t.descriptionHint} errors={errors.description}>
          {(aria) => <textarea {...aria} rows={5} className="input" defaultValue={values.description} />}
        </Field>
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <FormSelect name="mainTheme" label={t.mainTheme} options={choices.themes} {...known} />
          <FormSelect name="format" label={t.format} options={optionsOf(formats)} {...known} />
          <FormSelect
            name="level"
            label={t.level}
            options={[{ value: "", label: t.anyLevel }, ...optionsOf(levels)]}
            {...known}
          />
        </div>
      </div>
      <div className="sheet grid gap-5 p-4 md:p-6">
        <PartRows parts={typed.parts} errors={errors} zone={choices.office.zone} notes={choices.notes} />
        {children}
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <FormSelect name="place" label={t.place} options={optionsOf(places)} {...known} />
          <FormText name="placeName" label={t.placeName} {...known} />
          <Field name="commune" label={t.commune} note={form.optional} errors={errors.commune}>
            {(aria) => (
              <SuggestInput {...aria} from={paths.communeSearch()} className="input" defaultValue={values.commune ?? ""} />
            )}
          </Field>
          <FormText name="videoUrl" label={t.videoUrl} hint={t.videoHint} {...known} />
        </div>
      </div>
      <div className="sheet grid gap-5 p-4 md:p-6">
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <FormText name="capacity" label={t.capacity} hint={t.capacityHint} inputMode="numeric" {...known} />
          <FormSelect name="audience" label={t.audience} options={optionsOf(audiences)} {...known} />
          <FormText name="price" label={t.price} hint={t.priceHint} {...known} />
          <FormText name="bring" label={t.bring} {...known} />
        </div>
        <Ticks name="facilitators" legend={t.facilitators} options={choices.staff} chosen={typed.lists.facilitators} />
      </div>
      <MoreSettings typed={typed} choices={choices} errors={errors} />
      {notice}
      <div>
        <button type="submit" className="button button-main">
          {submit}
        </button>
      </div>
    </Form>
  );
}

/** A field's own words; a date's rows are told apart. */
function labelsOf(texts: Sent["workshops"]["form"], errors: TypedErrors): Record<string, string> {
  const own = Object.entries(texts).flatMap(([name, text]) => (typeof text === "string" ? [[name, text]] : []));
  const parts = Object.keys(errors).flatMap((name) => {
    const label = partLabel(name, texts);
    return label ? [[name, label]] : [];
  });
  return Object.fromEntries([...own, ...parts]);
}
