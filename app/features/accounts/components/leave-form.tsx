import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

interface LeaveFormProps {
  to: string;
  /** How many providers are to be passed on. */
  hint: string;
  others: readonly { id: string; name: string }[];
  reply: FormReply | undefined;
}

/** The last day of a person in an office, and whom their providers pass to. */
export function LeaveForm({ to, hint, others, reply }: LeaveFormProps) {
  const t = useTexts("settings").membership;
  const { none } = useTexts("common");
  const day = String(reply?.values.endsOn ?? "");
  return (
    <Form method="post" action={to} noValidate className="mt-3 grid gap-5">
      <p className="text-muted">{hint}</p>
      {reply?.errors[""] ? (
        <p role="alert" className="font-semibold text-error">
          {reply.errors[""].join(" ")}
        </p>
      ) : null}
      <Field name="endsOn" label={t.lastDay} errors={reply?.errors.endsOn}>
        {(aria) => <input {...aria} id="lastDay" type="date" className="input" defaultValue={day} aria-label={t.lastDay} />}
      </Field>
      <Field name="successorId" label={t.successorId} errors={reply?.errors.successorId}>
        {(aria) => (
          <select {...aria} className="input" defaultValue={String(reply?.values.successorId ?? "")}>
            <option value="">{none}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div>
        <button type="submit" className="button">
          {t.leaveSubmit}
        </button>
      </div>
    </Form>
  );
}
