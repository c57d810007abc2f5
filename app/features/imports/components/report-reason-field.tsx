import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

interface ReportReasonFieldProps {
  value?: string;
  errors?: string[] | undefined;
}

/** Why sessions join or leave a period that a finished report told: the report quotes the line. */
export function ReportReasonField({ value = "", errors }: ReportReasonFieldProps) {
  const t = useTexts("tableImport");
  return (
    <div className="max-w-prose">
      <Field name="reportReason" label={t.reportReason} hint={t.reportReasonHint} errors={errors}>
        {(aria) => <input {...aria} className="input w-full" maxLength={300} defaultValue={value} autoComplete="off" />}
      </Field>
    </div>
  );
}
