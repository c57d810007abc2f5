import type { ReactNode } from "react";

interface FieldProps {
  name: string;
  label: string;
  /** Shown after the label: « facultatif ». */
  note?: string;
  hint?: ReactNode;
  errors: string[] | undefined;
  children: (aria: {
    id: string;
    name: string;
    "aria-describedby": string | undefined;
    "aria-invalid": true | undefined;
  }) => ReactNode;
}

/** A label, its control, its help and its error, tied together for a screen reader. */
export function Field({ name, label, note, hint, errors, children }: FieldProps) {
  const isWrong = errors !== undefined && errors.length > 0;
  const described = [hint ? `${name}-hint` : "", isWrong ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="font-semibold">
        {label}
        {note ? <span className="font-normal text-muted"> ({note})</span> : null}
      </label>
      {hint ? (
        <p id={`${name}-hint`} className="text-s text-muted">
          {hint}
        </p>
      ) : null}
      {children({ id: name, name, "aria-describedby": described || undefined, "aria-invalid": isWrong || undefined })}
      {isWrong ? (
        <p id={`${name}-error`} className="text-s font-semibold text-error">
          {errors.join(" ")}
        </p>
      ) : null}
    </div>
  );
}
