import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";
import { TickList } from "~/ui/tick-list";

interface Option {
  value: string;
  label: string;
}
interface ScheduleFormProps {
  id: string;
  periods: readonly Option[];
  people: readonly Option[];
  /** The readers of a schedule that is changed; without it a new one is made. */
  readers?: readonly string[];
  reply: FormReply | undefined;
}

/** When a report leaves, and to whom. */
export function ScheduleForm({ id, periods, people, readers, reply }: ScheduleFormProps) {
  const t = useTexts("schedules");
  const errors = reply?.errors ?? {};
  const typed = reply?.values.readers;
  const ticked = typed === undefined ? (readers ?? []) : [typed].flat();
  const [only] = periods;
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <input type="hidden" name="id" value={id} />
      {readers === undefined ? (
        <Field name="period" label={t.period} errors={errors.period}>
          {(aria) => (
            <select {...aria} className="input" defaultValue={String(reply?.values.period ?? "quarter")}>
              {periods.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : (
        <input type="hidden" name="period" value={only?.value} />
      )}
      <TickList
        name="readers"
        title={t.readers}
        hint={t.readersHint}
        options={people}
        ticked={ticked.map(String)}
        errors={errors.readers}
      />
      <button
        type="submit"
        name="intent"
        value={readers === undefined ? "add" : "change"}
        className="button button-main justify-self-start"
      >
        {readers === undefined ? t.save : t.keep}
      </button>
    </Form>
  );
}
