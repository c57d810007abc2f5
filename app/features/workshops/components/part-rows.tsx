import { useState } from "react";
import type { Sent } from "~/i18n/translate";
import { fill, useLabelled, useTexts } from "~/i18n/use-texts";
import { useHydrated } from "~/ui/use-hydrated";
import type { TypedErrors } from "./form-fields";

interface PartRowsProps {
  parts: readonly { day: string; from: string; to: string }[];
  errors: TypedErrors;
  /** Named where it is not Paris. */
  zone: string;
  /** Holidays and full season: said beside a date that falls in one. */
  notes: readonly { from: string; to: string; label: string }[];
}

/** The dates of a workshop; without JavaScript two empty rows stand ready, and empty rows are dropped. */
export function PartRows({ parts, errors, zone, notes }: PartRowsProps) {
  const { form: t } = useTexts("workshops");
  const isHydrated = useHydrated();
  const [count, setCount] = useState(Math.max(parts.length, 1));
  const shown = isHydrated ? count : parts.length + 2;
  const labelled = useLabelled();
  const wrong = Object.entries(errors).flatMap(([name, texts]) => {
    if (!name.startsWith("parts")) return [];
    const label = partLabel(name, t);
    return label ? labelled(label, texts.join(" ")) : texts;
  });
  return (
    <fieldset id="parts" className="grid gap-3">
      <legend className="font-semibold">{t.parts}</legend>
      <p className="text-s text-muted">{[zone ? fill(t.zone, { zone }) : "", t.partsHint].filter(Boolean).join(" ")}</p>
      {Array.from({ length: shown }, (_, number) => {
        const part = parts[number];
        const row = `parts[${number}]`;
        return (
          <div key={row} className="grid grid-cols-2 gap-3 sm:grid-cols-[1fr_8rem_8rem]">
            <DayCell label={t.day} name={`${row}.day`} value={part?.day} errors={errors} notes={notes} />
            <Cell label={t.from} name={`${row}.from`} type="time" value={part?.from} errors={errors} />
            <Cell label={t.to} name={`${row}.to`} type="time" value={part?.to} errors={errors} />
          </div>
        );
      })}
      {wrong.map((text) => (
        <p key={text} className="text-s font-semibold text-error">
          {text}
        </p>
      ))}
      {isHydrated ? (
        <div>
          <button type="button" className="button" onClick={() => setCount(count + 1)}>
            {t.addPart}
          </button>
        </div>
      ) : null}
    </fieldset>
  );
}

/** « Date 2, début » for `parts[1].from`; undefined for any other field. */
export function partLabel(field: string, t: Sent["workshops"]["form"]): string | undefined {
  const [, place, name] = /^parts\[(\d+)\]\.(day|from|to)$/.exec(field) ?? [];
  const names: Record<string, string> = { day: t.day, from: t.from, to: t.to };
  if (place === undefined) return undefined;
  return `${fill(t.part, { number: Number(place) + 1 })}, ${names[name ?? ""]?.toLocaleLowerCase()}`;
}

/** The hint follows the day that is picked; without script it stands beside the day as it was sent. */
function DayCell({ notes, ...cell }: Omit<CellProps, "type" | "className"> & Pick<PartRowsProps, "notes">) {
  const [day, setDay] = useState(cell.value ?? "");
  const met = [...new Set(notes.filter((one) => one.from <= day && day <= one.to).map((one) => one.label))];
  return (
    <div className="col-span-2 grid content-start gap-1 sm:col-span-1">
      <Cell {...cell} type="date" onPick={setDay} />
      <p aria-live="polite" className="text-s text-warn empty:hidden">
        {met.join(" · ")}
      </p>
    </div>
  );
}

interface CellProps {
  label: string;
  name: string;
  type: "date" | "time";
  value: string | undefined;
  errors: TypedErrors;
  className?: string;
  onPick?: (value: string) => void;
}

function Cell({ label, name, type, value, errors, className, onPick }: CellProps) {
  return (
    <label className={`grid gap-1 text-s ${className ?? ""}`}>
      {label}
      <input
        id={name}
        type={type}
        name={name}
        defaultValue={value}
        aria-invalid={errors[name] !== undefined || undefined}
        onChange={(event) => onPick?.(event.currentTarget.value)}
        className="input"
      />
    </label>
  );
}
