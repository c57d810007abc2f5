import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";

interface WebhookFormProps {
  id: string;
  events: readonly { value: string; label: string }[];
  reply: FormReply | undefined;
}

/** A new address to tell, and of what. */
export function WebhookForm({ id, events, reply }: WebhookFormProps) {
  const t = useTexts("webhooks").form;
  const errors = reply?.errors ?? {};
  const ticked = [reply?.values.events ?? []].flat();
  return (
    <section aria-labelledby="new-webhook" className="sheet mb-8 grid max-w-2xl gap-4 p-4">
      <h2 id="new-webhook" className="text-l">
        {t.title}
      </h2>
      {errors[""] ? (
        <p role="alert" className="font-semibold text-error">
          {errors[""].join(" ")}
        </p>
      ) : null}
      <Form method="post" noValidate className="grid gap-4">
        <input type="hidden" name="id" value={id} />
        <Field name="name" label={t.name} hint={t.nameHint} errors={errors.name}>
          {(aria) => <input {...aria} className="input" maxLength={80} defaultValue={String(reply?.values.name ?? "")} />}
        </Field>
        <Field name="url" label={t.url} hint={t.urlHint} errors={errors.url}>
          {(aria) => <input {...aria} type="url" className="input" defaultValue={String(reply?.values.url ?? "")} />}
        </Field>
        <fieldset className="grid gap-2">
          <legend className="font-semibold">{t.events}</legend>
          {events.map((event) => (
            <Choice key={event.value} type="checkbox" name="events" value={event.value} isChecked={ticked.includes(event.value)}>
              {event.label}
            </Choice>
          ))}
          {errors.events ? <p className="text-s font-semibold text-error">{errors.events.join(" ")}</p> : null}
        </fieldset>
        <button type="submit" className="button button-main justify-self-start">
          {t.submit}
        </button>
      </Form>
    </section>
  );
}
