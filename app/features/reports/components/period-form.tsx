import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import type { describePeriodForm } from "../period.server";

interface PeriodFormProps {
  form: SerializeFrom<typeof describePeriodForm>;
}

/** The period of a page's figures: a plain form that works by its address. */
export function PeriodForm({ form }: PeriodFormProps) {
  const t = useTexts("dashboard").filters;
  return (
    <Form method="get" aria-label={t.period} className="dashboard-filters mb-6 flex flex-wrap items-end gap-3 text-s">
      <label className="grid gap-1">
        {t.period}
        <select key={form.period} name="period" defaultValue={form.period} className="input">
          {form.periods.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="dashboard-dates grid gap-1">
          {t[name]}
          <input type="date" name={name} defaultValue={form[name]} className="input" />
        </label>
      ))}
      {form.offices.length > 0 ? (
        <label className="grid gap-1">
          {t.office}
          <select name="office" defaultValue={form.office} className="input">
            {form.offices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <button type="submit" className="button">
        {t.apply}
      </button>
    </Form>
  );
}
