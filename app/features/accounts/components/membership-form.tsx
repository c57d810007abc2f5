import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { CheckboxGroup } from "./checkbox-group";

export interface MembershipValues {
  version: number;
  role: string;
  startsOn: string;
  endsOn: string;
  workingDays: readonly number[];
  hoursPerYear: string;
}

interface MembershipFormProps {
  values: MembershipValues;
  reply: FormReply | undefined;
  roles: readonly { value: string; label: string }[];
}

const days = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** Role, dates, working days and hours of a person in an office. */
export function MembershipForm({ values, reply, roles }: MembershipFormProps) {
  const t = useTexts("settings").membership;
  const { weekdays } = useTexts("accounts");
  const { actions, form } = useTexts("common");
  return (
    <Form method="post" noValidate className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
      <ErrorSummary title={t.check} errors={reply?.errors ?? {}} labels={labelsOf(t)} />
      <input type="hidden" name="version" value={values.version} />
      <Field name="role" label={t.role} errors={reply?.errors.role}>
        {(aria) => (
          <select {...aria} className="input" defaultValue={values.role}>
            {roles.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsOn" label={t.startsOn} errors={reply?.errors.startsOn}>
          {(aria) => <input {...aria} type="date" className="input" defaultValue={values.startsOn} />}
        </Field>
        <Field name="endsOn" label={t.endsOn} note={form.optional} errors={reply?.errors.endsOn}>
          {(aria) => <input {...aria} type="date" className="input" defaultValue={values.endsOn} />}
        </Field>
      </div>
      <CheckboxGroup
        name="workingDays"
        label={t.workingDays}
        options={days.map((day) => ({ value: day, label: weekdays[day] }))}
        ticked={values.workingDays.map(String)}
        errors={reply?.errors.workingDays}
        isRow
      />
      <Field
        name="hoursPerYear"
        label={t.hoursPerYear}
        note={form.optional}
        hint={t.hoursHint}
        errors={reply?.errors.hoursPerYear}
      >
        {(aria) => <input {...aria} inputMode="numeric" className="input" defaultValue={values.hoursPerYear} />}
      </Field>
      <div>
        <button type="submit" className="button button-main">
          {actions.save}
        </button>
      </div>
    </Form>
  );
}

function labelsOf({
  role,
  startsOn,
  endsOn,
  workingDays,
  hoursPerYear,
}: Record<keyof Omit<MembershipValues, "version">, string>) {
  return { role, startsOn, endsOn, workingDays, hoursPerYear };
}
