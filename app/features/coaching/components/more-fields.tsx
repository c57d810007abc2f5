import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

interface MoreFieldsProps {
  values: Record<string, string>;
  errors: Record<string, string[]>;
}

/** What can wait, folded in one line that shows what it holds. */
export function MoreFields({ values, errors }: MoreFieldsProps) {
  const { form: t } = useTexts("coaching");
  const held = [values.privateNote ? t.privateNote : "", values.preparation, values.travel].filter(Boolean).join(" · ");
  const isOpen =
    held !== "" || ["privateNote", "preparation", "travel", "travelKilometres", "headCount"].some((field) => errors[field]);
  return (
    <details open={isOpen} className="sheet">
      <summary className="flex min-h-11 items-center px-4 py-2 font-semibold text-primary">
        {t.more}
        {held ? <span className="ml-2 font-normal text-muted">{held}</span> : null}
      </summary>
      <div className="grid gap-5 border-t border-rule p-4">
        <Field name="privateNote" label={t.privateNote} hint={t.privateNoteHint} errors={errors.privateNote}>
          {(aria) => <textarea {...aria} rows={3} className="input" defaultValue={values.privateNote} />}
        </Field>
        <div className="grid gap-5 sm:grid-cols-3">
          {(["preparation", "travel"] as const).map((field) => (
            <Field key={field} name={field} label={t[field]} hint={t.durationHint} errors={errors[field]}>
              {(aria) => <input {...aria} className="input" defaultValue={values[field]} autoComplete="off" />}
            </Field>
          ))}
          <Field name="travelKilometres" label={t.kilometres} errors={errors.travelKilometres}>
            {(aria) => (
              <input {...aria} inputMode="numeric" className="input" defaultValue={values.travelKilometres} autoComplete="off" />
            )}
          </Field>
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="title" label={t.title} errors={errors.title}>
            {(aria) => <input {...aria} className="input" defaultValue={values.title} autoComplete="off" />}
          </Field>
          <Field name="headCount" label={t.headCount} errors={errors.headCount}>
            {(aria) => (
              <input {...aria} inputMode="numeric" className="input" defaultValue={values.headCount} autoComplete="off" />
            )}
          </Field>
        </div>
      </div>
    </details>
  );
}
