import { useSubmit } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

interface OfficeFieldProps {
  office: { id: string; name: string };
  offices: readonly { id: string; name: string }[];
  /** A saved session stays where it was logged. */
  isFixed: boolean;
}

/** For which office, where the facilitator works for several; another one shows its own people and lists. */
export function OfficeField({ office, offices, isFixed }: OfficeFieldProps) {
  const t = useTexts("sessionForm");
  const submit = useSubmit();
  if (isFixed || offices.length < 2) return <input type="hidden" name="ownerId" value={office.id} />;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field name="ownerId" label={t.office} errors={undefined}>
        {(aria) => (
          <select
            {...aria}
            className="input"
            defaultValue={office.id}
            onChange={(event) => {
              const { form } = event.currentTarget;
              if (!form) return;
              const fields = new FormData(form);
              fields.set("intent", "again");
              submit(fields, { method: "post" });
            }}
          >
            {offices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" name="intent" value="again" className="button noscript-only">
        {t.changeOffice}
      </button>
    </div>
  );
}
