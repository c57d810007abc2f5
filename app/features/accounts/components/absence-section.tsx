import { Form } from "@remix-run/react";
import { useLabelled, useTexts } from "~/i18n/use-texts";

export interface AbsenceLine {
  id: string;
  days: string;
  substitute: string;
}

interface AbsenceSectionProps {
  absences: readonly AbsenceLine[];
  /** The id of the next absence, where its form posts, who may stand in. */
  form: { id: string; to: string; others: readonly { id: string; name: string }[] };
}

/** Absences ahead with who stands in, and the form of the next one. */
export function AbsenceSection({ absences, form }: AbsenceSectionProps) {
  const labelled = useLabelled();
  const t = useTexts("settings").person;
  const { none } = useTexts("common");
  return (
    <section>
      <h2 className="mb-3 text-l">{t.absences}</h2>
      {absences.length === 0 ? <p className="text-muted">{t.noAbsence}</p> : null}
      <ul>
        {absences.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-rule py-2">
            <span>
              {one.days}
              <span className="block text-s text-muted">{one.substitute}</span>
            </span>
            <Form method="post" action={form.to}>
              <button
                type="submit"
                name="remove"
                value={one.id}
                className="button"
                aria-label={labelled(t.removeAbsence, one.days)}
              >
                {t.removeAbsence}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" action={form.to} className="mt-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="id" value={form.id} />
        {(["startsOn", "endsOn"] as const).map((name) => (
          <label key={name} className="grid gap-1">
            {t[name]}
            <input type="date" name={name} required className="input" />
          </label>
        ))}
        <label className="grid gap-1">
          {t.substituteId}
          <select name="substituteId" className="input">
            <option value="">{none}</option>
            {form.others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {t.addAbsence}
        </button>
      </Form>
    </section>
  );
}
