import { Form } from "@remix-run/react";
import { type PickedProvider, ProviderPicker, type ProviderResults } from "~/features/providers/components/provider-picker";
import type { FormReply } from "~/http/form.server";
import { fill, useTexts } from "~/i18n/use-texts";
import { sessionChannels } from "~/lib/vocabulary";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { type DueChoice, dueChoices } from "../model";
import { MoreFields } from "./more-fields";

export interface SessionFormData {
  id: string;
  officeId: string;
  picked: PickedProvider[];
  results?: ProviderResults | undefined;
  values: Record<string, string>;
  themes: { code: string; name: string }[];
  durations: { minutes: number; label: string }[];
}

/** « Nouvelle séance » (look.md): in the order one tells it; what can wait is folded. */
export function SessionForm({ data, reply }: { data: SessionFormData; reply: Pick<FormReply, "errors"> | undefined }) {
  const { form: t, channels } = useTexts("coaching");
  const { actions, form } = useTexts("common");
  const errors = reply?.errors ?? {};
  const count = Object.keys(errors).length;
  const labels = { participants: t.who, heldOn: t.day, duration: t.duration, theme: t.theme, note: t.note, nextStep: t.nextStep };
  const { values } = data;
  return (
    <Form method="post" noValidate className="grid max-w-3xl gap-5">
      <ErrorSummary title={fill(count === 1 ? form.fix_one : form.fix_other, { count })} errors={errors} labels={labels} />
      <input type="hidden" name="id" value={data.id} />
      <input type="hidden" name="ownerId" value={data.officeId} />
      {values.version ? <input type="hidden" name="version" value={values.version} /> : null}
      <ProviderPicker
        officeId={data.officeId}
        picked={data.picked}
        results={data.results}
        query={values.who ?? ""}
        texts={{ ...t, search: actions.search }}
        errors={errors.participants}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="heldOn" label={t.day} errors={errors.heldOn}>
          {(aria) => <input {...aria} type="date" className="input" defaultValue={values.heldOn} />}
        </Field>
        <DurationField data={data} errors={errors.duration} />
      </div>
      <fieldset>
        <legend className="font-semibold">{t.channel}</legend>
        <div className="mt-1 flex flex-wrap gap-2">
          {sessionChannels.map((channel) => (
            <label
              key={channel}
              className="button has-checked:border-primary has-checked:bg-primary/10 has-checked:text-primary has-focus-visible:outline-3"
            >
              <input
                type="radio"
                name="channel"
                value={channel}
                defaultChecked={values.channel === channel}
                className="sr-only"
              />
              {channels[channel]}
            </label>
          ))}
        </div>
      </fieldset>
      <Field name="theme" label={t.theme} errors={errors.theme}>
        {(aria) => (
          <select {...aria} className="input" defaultValue={values.theme ?? ""}>
            <option value="">{t.noTheme}</option>
            {data.themes.map((theme) => (
              <option key={theme.code} value={theme.code}>
                {theme.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="note" label={t.note} hint={t.noteHint} errors={errors.note}>
        {(aria) => <textarea {...aria} rows={4} className="input" defaultValue={values.note} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-[1fr_14rem]">
        <Field name="nextStep" label={t.nextStep} hint={t.nextStepHint} errors={errors.nextStep}>
          {(aria) => <input {...aria} className="input" defaultValue={values.nextStep} autoComplete="off" />}
        </Field>
        <DueField values={values} errors={errors.nextStepDate} />
      </div>
      <MoreFields values={values} errors={errors} />
      <div>
        <button type="submit" className="button button-main">
          {t.save}
        </button>
      </div>
    </Form>
  );
}

function DurationField({ data, errors }: { data: SessionFormData; errors: string[] | undefined }) {
  const { form: t } = useTexts("coaching");
  return (
    <Field name="duration" label={t.duration} errors={errors}>
      {(aria) => (
        <>
          <input
            {...aria}
            list="durations"
            inputMode="text"
            placeholder={t.durationHint}
            className="input"
            defaultValue={data.values.duration}
            autoComplete="off"
          />
          <datalist id="durations">
            {data.durations.map((one) => (
              <option key={one.minutes} value={one.label} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function DueField({ values, errors }: { values: Record<string, string>; errors: string[] | undefined }) {
  const { form: t } = useTexts("coaching");
  const chosen: DueChoice = dueChoices.find((choice) => choice === values.nextStepDue) ?? "none";
  return (
    <div className="grid content-end gap-2">
      <Field name="nextStepDue" label={t.due} errors={undefined}>
        {(aria) => (
          <select {...aria} className="input" defaultValue={chosen}>
            {dueChoices.map((choice) => (
              <option key={choice} value={choice}>
                {t.dues[choice]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <input
        type="date"
        name="nextStepDate"
        id="nextStepDate"
        aria-label={t.dueDate}
        className="input"
        defaultValue={values.nextStepDate}
      />
      {errors ? <p className="text-s font-semibold text-error">{errors.join(" ")}</p> : null}
    </div>
  );
}
