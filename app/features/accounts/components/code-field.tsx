import { Field } from "~/ui/field";

/** Where the eight digits of a sign-in mail are typed or pasted. */
export function CodeField({ label, errors }: { label: string; errors: string[] | undefined }) {
  return (
    <Field name="code" label={label} errors={errors}>
      {(aria) => (
        <input
          {...aria}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          className="input text-l tracking-widest"
        />
      )}
    </Field>
  );
}
