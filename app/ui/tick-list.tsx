interface TickListProps {
  name: string;
  /** The legend; left out where a heading above says it. */
  title?: string;
  hint?: string;
  options: readonly { value: string; label: string; hint?: string }[];
  ticked?: readonly string[];
  errors?: readonly string[] | undefined;
}

/** Several lines to tick, each with what it means under it. */
export function TickList({ name, title, hint, options, ticked = [], errors }: TickListProps) {
  return (
    <fieldset>
      {title ? <legend className="font-semibold">{title}</legend> : null}
      {hint ? <p className="text-s text-muted">{hint}</p> : null}
      {options.map(({ value, label, hint: about }) => (
        <label key={value} className="tick">
          <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} />
          <span>
            {label}
            {about ? <span className="block text-s whitespace-pre-line text-muted">{about}</span> : null}
          </span>
        </label>
      ))}
      {errors ? <p className="text-s font-semibold text-error">{errors.join(" ")}</p> : null}
    </fieldset>
  );
}
