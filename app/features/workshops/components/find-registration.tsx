import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

/** For whoever lost the mail: its link again, to the mailbox that is typed. */
export function FindRegistration({ reply }: { reply: { errors: Record<string, string[]>; typed: string } | undefined }) {
  const { resend: t } = useTexts("programme");
  return (
    <details className="mt-6 max-w-2xl" open={reply !== undefined}>
      <summary className="button button-quiet list-none">{t.ask}</summary>
      <Form method="post" noValidate className="sheet mt-3 grid gap-4 p-4">
        <p>{t.hint}</p>
        <Field name="mailbox" label={t.email} errors={reply?.errors.mailbox}>
          {(aria) => <input {...aria} type="email" autoComplete="email" defaultValue={reply?.typed} className="input" />}
        </Field>
        <p>
          <button type="submit" name="intent" value="resend" className="button">
            {t.send}
          </button>
        </p>
      </Form>
    </details>
  );
}
