import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { ErrorSummary } from "./error-summary";
import { RecordField } from "./record-field";

/** One field of a record's form; the loader fills it with what is saved. */
export interface FieldSpec {
  name: string;
  label: string;
  control: "text" | "time" | "number" | "email" | "tel" | "url" | "date" | "select" | "check" | "checks" | "suggest";
  /** What is saved; `on` or nothing for a tick, a list for ticks. */
  value: string | string[];
  isRequired?: boolean;
  hint?: string;
  options?: { value: string; label: string }[];
  /** `suggest`: where the words typed so far are sent, as `q`. */
  suggestFrom?: string;
}

/** What a refused submit gets back: 400 with errors, or 409 when someone saved meanwhile. */
export interface RecordReply {
  errors: Record<string, string[]>;
  values: Record<string, unknown>;
  isConflict: boolean;
}

interface RecordFormProps {
  fields: FieldSpec[];
  /** Sent back as it is, unless someone saved meanwhile: then the new one goes. */
  hidden: Record<string, string>;
  reply: RecordReply | undefined;
  submit: string;
  cancel?: { to: string; label: string };
  children?: ReactNode;
}

const untouched: RecordReply = { errors: {}, values: {}, isConflict: false };

/** A small form over one record: refused, it comes back as it was typed, with the saved values beside after a conflict. */
export function RecordForm({ fields, hidden, reply, submit, cancel, children }: RecordFormProps) {
  const { form } = useTexts("common");
  const labels = Object.fromEntries(fields.map((field) => [field.name, field.label]));
  const { errors, values, isConflict } = reply ?? untouched;
  const count = Object.keys(errors).length;
  const kept = isConflict ? {} : values;
  return (
    <Form method="post" noValidate className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
      {isConflict ? (
        <div role="alert" className="rounded-box border border-warn p-4">
          <p className="font-semibold text-warn">{form.conflictTitle}</p>
          <p>{form.conflict}</p>
        </div>
      ) : null}
      <ErrorSummary
        title={(count === 1 ? form.fix_one : form.fix_other).replace("{{count}}", String(count))}
        errors={errors}
        labels={labels}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(kept[name] ?? value)} />
      ))}
      {fields.map((field) => (
        <RecordField key={field.name} field={field} reply={reply} />
      ))}
      {children}
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button button-main">
          {submit}
        </button>
        {cancel ? (
          <a href={cancel.to} className="button button-quiet">
            {cancel.label}
          </a>
        ) : null}
      </div>
    </Form>
  );
}
