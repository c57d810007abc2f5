import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

export type TypedErrors = Record<string, string[]>;
export interface Option {
  value: string;
  label: string;
}
interface Known {
  name: string;
  label: string;
  values: Record<string, string>;
  errors: TypedErrors;
  hint?: string;
}
interface TextProps extends Known {
  isRequired?: boolean;
  inputMode?: "numeric" | "email" | "tel";
  type?: "text" | "email" | "tel" | "date";
}

/** One line to type. */
export function FormText({ name, label, values, errors, hint, isRequired, ...input }: TextProps) {
  const { form } = useTexts("common");
  return (
    <Field name={name} label={label} {...(isRequired ? {} : { note: form.optional })} hint={hint} errors={errors[name]}>
      {(aria) => <input {...aria} {...input} className="input" defaultValue={values[name]} autoComplete="off" />}
    </Field>
  );
}

/** One of a few. */
export function FormSelect({ name, label, values, errors, hint, options }: Known & { options: readonly Option[] }) {
  return (
    <Field name={name} label={label} hint={hint} errors={errors[name]}>
      {(aria) => (
        <select {...aria} className="input" defaultValue={values[name]}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface TicksProps {
  name: string;
  legend: string;
  options: readonly Option[];
  chosen: readonly string[];
}

/** Several of a few, each a tick. */
export function Ticks({ name, legend, options, chosen }: TicksProps) {
  if (options.length === 0) return null;
  return (
    <fieldset id={name}>
      <legend className="font-semibold">{legend}</legend>
      <div className="mt-1 flex flex-wrap gap-x-5">
        {options.map((option) => (
          <Tick key={option.value} name={name} {...option} isChecked={chosen.includes(option.value)} />
        ))}
      </div>
    </fieldset>
  );
}

export function Tick({
  name,
  value = "on",
  label,
  isChecked,
}: {
  name: string;
  value?: string;
  label: string;
  isChecked: boolean;
}) {
  return (
    <label className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={isChecked} />
      {label}
    </label>
  );
}

export const optionsOf = (names: Record<string, string>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
