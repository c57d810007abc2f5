import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

interface GroupFieldsProps {
  values: Record<string, string>;
  errors: Record<string, string[]>;
  isGroup: boolean;
  onHeadCount: (count: number) => void;
}

/** A group's title, and how many came without a record; both stand in the page from the first participant on. */
export function GroupFields({ values, errors, isGroup, onHeadCount }: GroupFieldsProps) {
  const t = useTexts("sessionForm");
  return (
    <div className="grid gap-5 sm:grid-cols-[1fr_14rem] sm:items-end">
      {isGroup ? (
        <Field name="title" label={t.title} hint={t.titleHint} errors={errors.title}>
          {(aria) => <input {...aria} className="input" defaultValue={values.title} autoComplete="off" />}
        </Field>
      ) : (
        <input type="hidden" name="title" value={values.title ?? ""} />
      )}
      <Field name="headCount" label={t.headCount} errors={errors.headCount}>
        {(aria) => (
          <input
            {...aria}
            inputMode="numeric"
            className="input max-w-28"
            defaultValue={values.headCount}
            onChange={(event) => onHeadCount(Number(event.target.value) || 0)}
            autoComplete="off"
          />
        )}
      </Field>
    </div>
  );
}
