import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { AccessForm } from "~/ui/access-form";
import { Field } from "~/ui/field";
import { TickList } from "~/ui/tick-list";

interface WebhookFormProps {
  id: string;
  events: readonly { value: string; label: string }[];
  reply: FormReply | undefined;
}

/** A new address to tell, and of what. */
export function WebhookForm({ id, events, reply }: WebhookFormProps) {
  const t = useTexts("webhooks").form;
  const errors = reply?.errors ?? {};
  const ticked = [reply?.values.events ?? []].flat().map(String);
  return (
    <AccessForm id={id} title={t.title} errors={errors[""]} submit={t.submit}>
      <Field name="name" label={t.name} hint={t.nameHint} errors={errors.name}>
        {(aria) => <input {...aria} className="input" maxLength={80} defaultValue={String(reply?.values.name ?? "")} />}
      </Field>
      <Field name="url" label={t.url} hint={t.urlHint} errors={errors.url}>
        {(aria) => <input {...aria} type="url" className="input" defaultValue={String(reply?.values.url ?? "")} />}
      </Field>
      <TickList name="events" title={t.events} options={events} ticked={ticked} errors={errors.events} />
    </AccessForm>
  );
}
