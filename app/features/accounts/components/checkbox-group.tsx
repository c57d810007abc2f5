interface CheckboxGroupProps {
  name: string;
  label: string;
  hint?: string;
  options: readonly { value: string; label: string }[];
  ticked: readonly string[];
  errors: string[] | undefined;
  /** Short options stand on one line. */
  isRow?: boolean;
}

/** Several of a few: a group of boxes with its name, help and error. */
export function CheckboxGroup({ name, label, hint, options, ticked, errors, isRow }: CheckboxGroupProps) {
  const isWrong = errors !== undefined && errors.length > 0;
  return (
    <fieldset id={name} aria-describedby={isWrong ? `${name}-error` : undefined}>
      <legend className="font-semibold">{label}</legend>
      {hint ? <p className="text-s text-muted">{hint}</p> : null}
      <div className={isRow ? "flex flex-wrap gap-x-4" : "grid"}>
        {options.map((one) => (
          <label key={one.value} className="flex min-h-11 items-center gap-2">
            <input type="checkbox" name={name} value={one.value} defaultChecked={ticked.includes(one.value)} />
            {one.label}
          </label>
        ))}
      </div>
      {isWrong ? (
        <p id={`${name}-error`} className="text-s font-semibold text-error">
          {errors.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
