import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ConflictNotice } from "~/ui/conflict-notice";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { WarningsBox } from "./warnings-box";
import { WhenFields } from "./when-fields";

interface Warned {
  texts: string[];
  key: string;
}

interface MoveFormProps {
  form: {
    id: string;
    values: Record<string, string>;
    intro: string;
    staff: { value: string; label: string }[];
    zone: string;
    warnings?: Warned | undefined;
  };
  reply:
    | { errors: Record<string, string[]>; values: Record<string, unknown>; isConflict: boolean; warnings?: Warned | undefined }
    | undefined;
}

/** A new time for an appointment; after a conflict the saved one stands above what was typed. */
export function MoveForm({ form, reply }: MoveFormProps) {
  const t = useTexts("agenda");
  const errors = reply?.errors ?? {};
  const value = (name: string) => String(reply?.values[name] ?? form.values[name] ?? "");
  const warnings = reply ? reply.warnings : form.warnings;
  const labels = { day: t.form.day, hour: t.form.hour, duration: t.form.duration, facilitatorId: t.form.facilitator };
  return (
    <Form method="post" noValidate className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
      {reply?.isConflict ? <ConflictNotice title={t.form.moveTitle} text={form.intro} saved={[]} /> : null}
      <ErrorSummary title={t.form.moveTitle} errors={errors} labels={labels} />
      <input type="hidden" name="version" value={form.values.version} />
      <WhenFields value={value} errors={errors} staff={form.staff} zone={form.zone} />
      <Field name="place" label={t.form.place} errors={errors.place}>
        {(aria) => <input {...aria} className="input" defaultValue={value("place")} />}
      </Field>
      {warnings ? <WarningsBox warnings={warnings.texts} confirmKey={warnings.key} isAsking={reply !== undefined} /> : null}
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button button-main">
          {t.form.moveSave}
        </button>
        <a href={paths.appointment(form.id)} className="button button-quiet">
          {t.form.back}
        </a>
      </div>
    </Form>
  );
}
