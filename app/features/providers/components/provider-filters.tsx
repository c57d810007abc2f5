import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

interface Choice {
  value: string;
  name: string;
}
interface ProviderFiltersProps {
  values: Record<string, string | number | undefined>;
  choices: { kind: Choice[]; commune: Choice[]; referent: Choice[]; theme: Choice[]; office: Choice[] };
}

/** One box, then what narrows the list, folded until it is used; an address that can be shared. */
export function ProviderFilters({ values, choices }: ProviderFiltersProps) {
  const { search, filters: t } = useTexts("providers");
  const { actions } = useTexts("common");
  const lists: [string, string, Choice[]][] = [
    ["kind", t.kind, choices.kind],
    ["commune", t.commune, choices.commune],
    ["referent", t.referent, choices.referent],
    ["theme", t.theme, choices.theme],
    [
      "met",
      t.met,
      [
        { value: "never", name: t.never },
        { value: "ever", name: t.ever },
      ],
    ],
    ["unseenMonths", t.unseen, ["3", "6", "12", "24"].map((value) => ({ value, name: t.months.replace("{{count}}", value) }))],
    [
      "partner",
      t.partner,
      [
        { value: "yes", name: t.isPartner },
        { value: "no", name: t.isNotPartner },
      ],
    ],
    ["sort", t.sort, [{ value: "seen", name: t.bySeen }]],
  ];
  if (choices.office.length > 0) lists.unshift(["office", t.office, choices.office]);
  const used = lists.filter(([name]) => values[name] !== undefined);
  return (
    <Form method="get" className="mb-4 grid gap-2 print:hidden">
      <div className="flex gap-2">
        <input
          type="search"
          name="q"
          aria-label={search}
          placeholder={search}
          defaultValue={values.q}
          className="input min-w-0 max-w-xl flex-1"
        />
        <button type="submit" className="button">
          {actions.search}
        </button>
      </div>
      <details open={used.length > 0}>
        <summary className="inline-flex min-h-11 items-center font-semibold text-primary">{t.more}</summary>
        <div className="mt-1 grid grid-cols-2 gap-3 md:grid-cols-4">
          {lists.map(([name, label, options]) => (
            <label key={name} className="grid gap-1 text-s">
              {label}
              <select name={name} defaultValue={values[name] ?? ""} className="input">
                <option value="">{name === "sort" ? t.byName : actions.all}</option>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.name}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <div className="mt-3 flex gap-2">
          <button type="submit" className="button">
            {actions.filter}
          </button>
          <a href="?" className="button button-quiet">
            {actions.reset}
          </a>
        </div>
      </details>
    </Form>
  );
}
