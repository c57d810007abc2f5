import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

interface ReportReasonProps {
  value: string | undefined;
  errors: string[] | undefined;
}

/** One line why, asked only where the day falls in a report that is finished. */
export function ReportReason({ value, errors }: ReportReasonProps) {
  const t = useTexts("sessionForm");
  if (!errors && !value) return null;
  return (
    <Field name="reportReason" label={t.reportReason} hint={t.reportReasonHint} errors={errors}>
      {(aria) => <input {...aria} className="input" maxLength={300} defaultValue={value} autoComplete="off" />}
    </Field>
  );
}
