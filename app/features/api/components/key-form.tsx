import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { AccessForm } from "~/ui/access-form";
import { Field } from "~/ui/field";
import { TickList } from "~/ui/tick-list";

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
  const ticked = [reply?.values.scopes ?? []].flat().map(String);
  return (
    <AccessForm id={id} title={t.title} errors={errors[""]} submit={t.submit} intent="make">
      <Field name="name" label={t.name} hint={t.nameHint} errors={errors.name}>
        {(aria) => <input {...aria} className="input" maxLength={80} defaultValue={String(reply?.values.name ?? "")} />}
      </Field>
      <TickList name="scopes" title={t.scopes} options={scopes} ticked={ticked} errors={errors.scopes} />
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
    </AccessForm>
  );
}
