import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { fill, useTexts } from "~/i18n/use-texts";
import { actionDoers } from "~/lib/vocabulary";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

export interface ActionFormData {
  /** As saved, or as typed last. */
  values: Record<string, string>;
  themes: { code: string; name: string }[];
  resources: { id: string; title: string }[];
  contacts: { id: string; name: string }[];
  people: { id: string; name: string }[];
  /** A draft, or new: it may be kept from the provider. */
  isDraft: boolean;
}

/** An action of a plan: what, why, how; who, by when, how long. */
export function ActionForm({ data, reply }: { data: ActionFormData; reply: Pick<FormReply, "errors"> | undefined }) {
  const { form: t, doers, priorities } = useTexts("actionPlans");
  const { form } = useTexts("common");
  const errors = reply?.errors ?? {};
  const count = Object.keys(errors).length;
  const { values } = data;
  return (
    <Form method="post" noValidate className="sheet grid max-w-3xl gap-5 p-4 md:p-6">
      <ErrorSummary title={fill(count === 1 ? form.fix_one : form.fix_other, { count })} errors={errors} labels={t} />
      <input type="hidden" name="id" value={values.id} />
      {values.version ? <input type="hidden" name="version" value={values.version} /> : null}
      <Field name="title" label={t.title} hint={t.titleHint} errors={errors.title}>
        {(aria) => <input {...aria} className="input" defaultValue={values.title} autoComplete="off" />}
      </Field>
      <Field name="why" label={t.why} hint={t.whyHint} note={form.optional} errors={errors.why}>
        {(aria) => <textarea {...aria} rows={2} className="input" defaultValue={values.why} />}
      </Field>
      <Field name="how" label={t.how} note={form.optional} errors={errors.how}>
        {(aria) => <textarea {...aria} rows={4} className="input" defaultValue={values.how} />}
      </Field>
      <Field name="steps" label={t.steps} hint={t.stepsHint} note={form.optional} errors={errors.steps}>
        {(aria) => <textarea {...aria} rows={3} className="input" defaultValue={values.steps} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Choice
          name="doneBy"
          label={t.doneBy}
          value={values.doneBy ?? "provider"}
          options={actionDoers.map((one) => [one, doers[one]])}
        />
        <Choice
          name="priority"
          label={t.priority}
          value={values.priority ?? "2"}
          options={[
            ["1", priorities.p1],
            ["2", priorities.p2],
            ["3", priorities.p3],
          ]}
        />
        <Field name="dueOn" label={t.dueOn} note={form.optional} errors={errors.dueOn}>
          {(aria) => <input {...aria} type="date" className="input" defaultValue={values.dueOn} />}
        </Field>
        <Field name="minutes" label={t.minutes} hint={t.minutesHint} note={form.optional} errors={errors.minutes}>
          {(aria) => <input {...aria} inputMode="numeric" className="input" defaultValue={values.minutes} autoComplete="off" />}
        </Field>
        <Choice
          name="theme"
          label={t.theme}
          value={values.theme ?? ""}
          options={[["", t.noTheme], ...data.themes.map((theme): [string, string] => [theme.code, theme.name])]}
        />
        {data.resources.length > 0 ? (
          <Choice
            name="resourceId"
            label={t.resourceId}
            value={values.resourceId ?? ""}
            options={[["", t.noResource], ...data.resources.map((one): [string, string] => [one.id, one.title])]}
          />
        ) : null}
        <People name="contactId" label={t.contactId} value={values.contactId} people={data.contacts} />
        <People name="userId" label={t.userId} value={values.userId} people={data.people} />
      </div>
      <SaveButtons isDraft={data.isDraft} />
    </Form>
  );
}

/** What is published stays so; what is not may be kept from the provider. */
function SaveButtons({ isDraft }: { isDraft: boolean }) {
  const { actions } = useTexts("common");
  const { draft } = useTexts("plans");
  if (!isDraft)
    return (
      <div>
        <button type="submit" className="button button-main">
          {actions.save}
        </button>
      </div>
    );
  return (
    <div className="flex flex-wrap gap-2">
      <button type="submit" name="publication" value="published" className="button button-main">
        {draft.publishOne}
      </button>
      <button type="submit" name="publication" value="draft" className="button">
        {draft.keep}
      </button>
    </div>
  );
}

interface PeopleProps {
  name: string;
  label: string;
  value: string | undefined;
  people: { id: string; name: string }[];
}

/** Who on one side; nothing to choose while one person at most is known there. */
function People({ name, label, value, people }: PeopleProps) {
  const { form: t } = useTexts("actionPlans");
  if (people.length < 2) return value ? <input type="hidden" name={name} value={value} /> : null;
  const options = people.map((one): [string, string] => [one.id, one.name]);
  return <Choice name={name} label={label} value={value ?? ""} options={[["", t.nobody], ...options]} />;
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  options: [string, string][];
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <Field name={name} label={label} errors={undefined}>
      {(aria) => (
        <select {...aria} className="input" defaultValue={value}>
          {options.map(([code, text]) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
