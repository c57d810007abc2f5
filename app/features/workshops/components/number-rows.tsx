import type { TypedErrors } from "./form-fields";

interface NumberRowsProps {
  name: "equipment" | "shares";
  legend: string;
  hint?: string;
  rows: readonly { id: string; label: string }[];
  numbers: Readonly<Record<string, string>>;
  errors: TypedErrors;
}

/** How many of each: a number a row, nothing for none. */
export function NumberRows({ name, legend, hint, rows, numbers, errors }: NumberRowsProps) {
  if (rows.length === 0) return null;
  const wrong = errors[name] ?? [];
  return (
    <fieldset id={name}>
      <legend className="font-semibold">{legend}</legend>
      {hint ? <p className="text-s text-muted">{hint}</p> : null}
      <div className="mt-2 grid gap-2">
        {rows.map((row) => (
          <label key={row.id} className="flex items-center justify-between gap-3">
            {row.label}
            <input name={`${name}.${row.id}`} defaultValue={numbers[row.id]} inputMode="numeric" className="input max-w-24" />
          </label>
        ))}
      </div>
      {wrong.length > 0 ? <p className="text-s font-semibold text-error">{wrong.join(" ")}</p> : null}
    </fieldset>
  );
}
