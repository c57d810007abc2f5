import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { CheckboxGroup } from "./checkbox-group";

export interface ProfileValues {
  version: number;
  name: string;
  jobTitle: string;
  locale: string;
  phone: string;
  presentDays: readonly number[];
  cohortName: string;
  cohortYear: string;
}

interface ProfileFormProps {
  values: ProfileValues;
  reply: FormReply | undefined;
  /** Providers have no job at the office: name, language and number alone. */
  isStaff: boolean;
}

const days = ["1", "2", "3", "4", "5", "6", "7"] as const;

export function ProfileForm({ values, reply, isStaff }: ProfileFormProps) {
  const { profile: t, weekdays } = useTexts("accounts");
  const { actions, form } = useTexts("common");
  const text = (name: "jobTitle" | "phone" | "cohortName" | "cohortYear", hint?: string) => (
    <Field name={name} label={t[name]} note={form.optional} hint={hint} errors={reply?.errors[name]}>
      {(aria) => <input {...aria} className="input" defaultValue={values[name]} type={name === "phone" ? "tel" : "text"} />}
    </Field>
  );
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary title={t.check} errors={reply?.errors ?? {}} labels={t} />
      <input type="hidden" name="version" value={values.version} />
      <Field name="name" label={t.name} errors={reply?.errors.name}>
        {(aria) => <input {...aria} className="input" autoComplete="name" defaultValue={values.name} />}
      </Field>
      <Field name="locale" label={t.locale} errors={reply?.errors.locale}>
        {(aria) => (
          <select {...aria} className="input" defaultValue={values.locale}>
            <option value="fr">Français</option>
            <option value="en">English</option>
          </select>
        )}
      </Field>
      {text("phone", isStaff ? t.phoneHint : undefined)}
      {isStaff ? (
        <>
          {text("jobTitle", t.jobTitleHint)}
          <CheckboxGroup
            name="presentDays"
            label={t.presentDays}
            options={days.map((day) => ({ value: day, label: weekdays[day] }))}
            ticked={values.presentDays.map(String)}
            errors={reply?.errors.presentDays}
            isRow
          />
          <div className="grid items-end gap-5 sm:grid-cols-2">
            {text("cohortName", t.cohortHint)}
            {text("cohortYear")}
          </div>
        </>
      ) : null}
      <div>
        <button type="submit" className="button button-main">
          {actions.save}
        </button>
      </div>
    </Form>
  );
}
