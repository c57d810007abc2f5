import { useState } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import type { ShownPerson } from "../people";
import { heldIn } from "./held";
import { PresentPeople } from "./present-people";

export interface MoreChoices {
  staff: { id: string; name: string }[];
  funders: { id: string; name: string }[];
  tags: { id: string; name: string }[];
}

interface MoreFieldsProps extends MoreChoices {
  values: Record<string, string>;
  lists: Record<string, string[]>;
  errors: Record<string, string[]>;
  people: readonly ShownPerson[];
  themes: { code: string; subs: { code: string; name: string }[] }[];
  theme: string;
  /** Values of the last visit, shown until someone writes others. */
  journey: { travel: string; travelKilometres: string };
  onJourney: (field: "travel" | "travelKilometres", text: string) => void;
}

const folded = [
  "privateNote",
  "hour",
  "preparation",
  "travel",
  "travelKilometres",
  "newTags",
  "funderId",
  "facilitators",
] as const;

/** What can wait, folded in one line that shows what it holds. */
export function MoreFields(props: MoreFieldsProps) {
  const { values, lists, errors, people, journey, onJourney } = props;
  const t = useTexts("sessionForm");
  const subs = props.themes.find((one) => one.code === props.theme)?.subs ?? [];
  const [held, setHeld] = useState(() => heldIn(t, { values: { ...values, ...journey }, lists, people }));
  const isWrong = folded.some((field) => errors[field]);
  const readAgain = (form: HTMLFormElement | null) => form && setHeld(heldIn(t, new FormData(form)));
  return (
    <details open={isWrong || undefined} className="sheet" onInput={(event) => readAgain(event.currentTarget.closest("form"))}>
      <summary className="min-h-12 px-4 py-3 font-semibold text-primary">
        {t.more} <span className="ml-1 font-normal text-muted">{held || t.moreNothing}</span>
      </summary>
      <div className="grid gap-6 border-t border-rule p-4">
        <Field name="privateNote" label={t.privateNote} hint={t.privateNoteHint} errors={errors.privateNote}>
          {(aria) => <textarea {...aria} rows={3} className="input border-dashed" defaultValue={values.privateNote} />}
        </Field>
        <PresentPeople people={people} />
        <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
          <Field name="hour" label={t.hour} hint={t.hourHint} errors={errors.hour}>
            {(aria) => <input {...aria} type="time" className="input" defaultValue={values.hour} />}
          </Field>
          <Field name="preparation" label={t.preparation} hint={t.minutesHint} errors={errors.preparation}>
            {(aria) => <input {...aria} className="input" defaultValue={values.preparation} autoComplete="off" />}
          </Field>
          {(["travel", "travelKilometres"] as const).map((field) => (
            <Field
              key={field}
              name={field}
              label={field === "travel" ? t.travel : t.kilometres}
              hint={field === "travel" ? t.minutesHint : "12, 40…"}
              errors={errors[field]}
            >
              {(aria) => (
                <input
                  {...aria}
                  inputMode={field === "travel" ? "text" : "numeric"}
                  className="input"
                  value={journey[field]}
                  onChange={(event) => onJourney(field, event.target.value)}
                  autoComplete="off"
                />
              )}
            </Field>
          ))}
        </div>
        <Ticks
          name="subThemes"
          legend={t.subThemes}
          rows={subs.map((one) => ({ id: one.code, name: one.name }))}
          chosen={lists.subThemes}
        />
        <Ticks name="facilitators" legend={t.facilitators} rows={props.staff} chosen={lists.facilitators} />
        <FunderField {...props} />
        <Ticks name="tags" legend={t.tags} rows={props.tags} chosen={lists.tags} />
        <Field name="newTags" label={t.newTags} hint={t.othersHint} errors={errors.newTags}>
          {(aria) => <input {...aria} className="input" defaultValue={values.newTags} autoComplete="off" />}
        </Field>
      </div>
    </details>
  );
}

function FunderField({ funders, values, errors }: MoreFieldsProps) {
  const t = useTexts("sessionForm");
  if (funders.length === 0) return values.funderId ? <input type="hidden" name="funderId" value={values.funderId} /> : null;
  return (
    <Field name="funderId" label={t.funder} errors={errors.funderId}>
      {(aria) => (
        <select {...aria} className="input" defaultValue={values.funderId ?? ""}>
          <option value="">{t.funderDeduced}</option>
          <option value="none">{t.funderNone}</option>
          {funders.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
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
  rows: { id: string; name: string }[];
  chosen: readonly string[] | undefined;
}

function Ticks({ name, legend, rows, chosen = [] }: TicksProps) {
  if (rows.length === 0) return null;
  return (
    <fieldset>
      <legend className="font-semibold">{legend}</legend>
      <div className="mt-1 flex flex-wrap gap-2">
        {rows.map((one) => (
          <Choice key={one.id} type="checkbox" name={name} value={one.id} isChecked={chosen.includes(one.id)}>
            {one.name}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
