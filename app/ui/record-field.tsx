import { useLabelled, useTexts } from "~/i18n/use-texts";
import { Field } from "./field";
import type { FieldSpec, RecordReply } from "./record-form";
import { SuggestInput } from "./suggest-input";

interface RecordFieldProps {
  field: FieldSpec;
  reply: RecordReply | undefined;
}

/** A field as it was typed, or as it is saved; after a conflict the saved value stands under it. */
export function RecordField({ field, reply }: RecordFieldProps) {
  const { form } = useTexts("common");
  const value = reply ? typedValue(field, reply.values[field.name]) : field.value;
  const isChanged = reply?.isConflict === true && String(value) !== String(field.value);
  return (
    <div>
      <Body field={field} value={value} errors={reply?.errors[field.name]} optional={form.optional} />
      {isChanged ? <SavedValue label={form.saved} text={spoken(field)} /> : null}
    </div>
  );
}

interface BodyProps {
  field: FieldSpec;
  value: string | string[];
  errors: string[] | undefined;
  optional: string;
}

function Body({ field, value, errors, optional }: BodyProps) {
  if (field.control === "check") return <Tick field={field} value={value} />;
  if (field.control === "checks") return <Ticks field={field} value={value} />;
  const note = field.isRequired ? {} : { note: optional };
  return (
    <Field name={field.name} label={field.label} {...note} hint={field.hint} errors={errors}>
      {(aria) => <Control field={field} value={String(value)} aria={aria} />}
    </Field>
  );
}

function Tick({ field, value }: Pick<BodyProps, "field" | "value">) {
  const hint = field.hint ? `${field.name}-hint` : undefined;
  return (
    <>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name={field.name}
          id={field.name}
          defaultChecked={value === "on"}
          aria-describedby={hint}
          className="size-5"
        />
        {field.label}
      </label>
      {field.hint ? (
        <p id={hint} className="text-s text-muted">
          {field.hint}
        </p>
      ) : null}
    </>
  );
}

function Ticks({ field, value }: Pick<BodyProps, "field" | "value">) {
  return (
    <fieldset id={field.name}>
      <legend className="font-semibold">{field.label}</legend>
      <div className="mt-1 flex flex-wrap gap-x-5">
        {field.options?.map((option) => (
          <label key={option.value} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name={field.name}
              value={option.value}
              defaultChecked={value.includes(option.value)}
              className="size-5"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ControlProps {
  field: FieldSpec;
  value: string;
  aria: { id: string; name: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };
}

function Control({ field, value, aria }: ControlProps) {
  const known = { ...aria, className: "input", defaultValue: value, required: field.isRequired };
  if (field.control === "select") {
    return (
      <select {...known}>
        {field.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  if (field.control === "suggest" && field.suggestFrom) return <SuggestInput {...known} from={field.suggestFrom} />;
  const list = field.options ? `${field.name}-options` : undefined;
  return (
    <>
      <input {...known} type={field.control} autoComplete="off" list={list} />
      {list ? (
        <datalist id={list}>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

function SavedValue({ label, text }: { label: string; text: string }) {
  const labelled = useLabelled();
  return (
    <p className="mt-1 border-l-4 border-warn pl-3 text-s">
      <span className="text-muted">{labelled(label, "")}</span>
      {text || "–"}
    </p>
  );
}

function typedValue(field: FieldSpec, typed: unknown): string | string[] {
  if (field.control !== "checks") return typed === undefined ? "" : String(typed);
  if (typed === undefined) return [];
  return Array.isArray(typed) ? typed.map(String) : [String(typed)];
}

/** The saved value in the words of its options. */
function spoken(field: FieldSpec): string {
  const values = Array.isArray(field.value) ? field.value : [field.value];
  if (field.control === "check") return values[0] === "on" ? "✓" : "";
  return values.map((value) => field.options?.find((option) => option.value === value)?.label ?? value).join(", ");
}
