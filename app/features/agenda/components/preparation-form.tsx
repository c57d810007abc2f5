import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { WarningsBox } from "./warnings-box";
import { WhenFields } from "./when-fields";

interface PreparationFormProps {
  id: string;
  version: number;
  values: Record<string, string>;
  reply:
    | {
        errors: Record<string, string[]>;
        values: Record<string, unknown>;
        isConflict: boolean;
        warnings?: { texts: string[]; key: string } | undefined;
      }
    | undefined;
}

/** Time kept for preparing: for what, when, how long. */
export function PreparationForm({ id, version, values, reply }: PreparationFormProps) {
  const t = useTexts("agenda");
  const errors = reply?.errors ?? {};
  const value = (name: string) => String(reply?.values[name] ?? values[name] ?? "");
  const labels = { title: t.preparation.what, day: t.form.day, hour: t.form.hour, duration: t.form.duration };
  return (
    <Form method="post" noValidate className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
      <ErrorSummary title={t.preparation.edit} errors={errors} labels={labels} />
      <input type="hidden" name="id" value={value("id") || id} />
      <input type="hidden" name="version" value={version} />
      <Field name="title" label={t.preparation.what} errors={errors.title}>
        {(aria) => <input {...aria} className="input" maxLength={120} defaultValue={value("title")} />}
      </Field>
      <WhenFields value={value} errors={errors} zone="" />
      {reply?.warnings ? <WarningsBox warnings={reply.warnings.texts} confirmKey={reply.warnings.key} isAsking /> : null}
      <div>
        <button type="submit" className="button button-main">
          {t.preparation.save}
        </button>
      </div>
    </Form>
  );
}
