import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { describeFilterBar } from "~/features/dashboards/describe-filters.server";
import { useTexts } from "~/i18n/use-texts";

type Filters = SerializeFrom<typeof describeFilterBar>;

/** The dashboard's filters: a plain form that works by its address, without a script. */
export function FilterBar({ filters }: { filters: Filters }) {
  const t = useTexts("dashboard").filters;
  const { actions } = useTexts("common");
  const { period, from, to, misread, main, more, mine, reset } = filters;
  const isRefined = more.some(({ value }) => value !== "");
  return (
    <Form method="get" aria-label={t.label} className="dashboard-filters mb-8 text-s print:hidden">
      <div className="flex flex-wrap items-end gap-3">
        <Choice {...period} value={misread ? "custom" : period.value} />
        {(["from", "to"] as const).map((name) => (
          <label key={name} className="dashboard-dates grid gap-1">
            {t[name]}
            <input type="date" name={name} defaultValue={name === "from" ? from : to} className="input" />
          </label>
        ))}
        {main.map((field) => (
          <Choice key={field.name} {...field} />
        ))}
        <button type="submit" className="button">
          {t.apply}
        </button>
        {mine ? (
          <a href={mine} className="button button-quiet">
            {t.mine}
          </a>
        ) : null}
        {reset ? (
          <a href={reset} className="button button-quiet">
            {actions.reset}
          </a>
        ) : null}
      </div>
      {misread ? (
        <p role="alert" className="mt-3 font-semibold text-error">
          {misread}
        </p>
      ) : null}
      <details open={isRefined} className="mt-3">
        <summary className="min-h-6 w-fit text-primary underline">{t.more}</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {more.map((field) => (
            <Choice key={field.name} {...field} />
          ))}
        </div>
      </details>
    </Form>
  );
}

function Choice({ name, label, value, options }: Filters["period"]) {
  return (
    <div className="grid gap-1">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select key={value} id={`filter-${name}`} name={name} defaultValue={value} className="input">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
