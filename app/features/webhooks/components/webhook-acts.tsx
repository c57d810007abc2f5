import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

/** What one does with a webhook. */
export function WebhookActs({ id, isOn }: { id: string; isOn: boolean }) {
  const t = useTexts("webhooks").acts;
  const acts = ["test", "renew", isOn ? ("stop" as const) : ("start" as const), "delete"] as const;
  return (
    <Form method="post" className="my-4 flex flex-wrap gap-2">
      <input type="hidden" name="id" value={id} />
      {acts.map((act) => (
        <button key={act} type="submit" name="intent" value={act} className="button">
          {t[act]}
        </button>
      ))}
    </Form>
  );
}
