import { useTexts } from "~/i18n/use-texts";

interface ProgrammeFiltersProps {
  filter: { theme?: string | undefined; level?: string | undefined; commune?: string | undefined; office?: string | undefined };
  choices: {
    themes: { value: string; label: string }[];
    levels: { value: string; label: string }[];
    offices: { value: string; label: string }[];
    communes: string[];
  };
  isFiltered: boolean;
  here: string;
}

/** The filters stand in the address: no script, and a filtered page can be sent on. */
export function ProgrammeFilters({ filter, choices, isFiltered, here }: ProgrammeFiltersProps) {
  const t = useTexts("programme");
  const fields = [
    { name: "theme", label: t.theme, options: choices.themes, value: filter.theme },
    { name: "level", label: t.level, options: choices.levels, value: filter.level },
    {
      name: "commune",
      label: t.commune,
      options: choices.communes.map((name) => ({ value: name, label: name })),
      value: filter.commune,
    },
    { name: "office", label: t.office, options: choices.offices, value: filter.office },
  ];
  return (
    <form
      method="get"
      action={here}
      aria-label={t.filters}
      className="mt-6 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      {fields.map(({ name, label, options, value }) =>
        options.length > 0 ? (
          <label key={name} className="grid min-w-0 gap-1 text-s sm:min-w-40">
            {label}
            <select name={name} defaultValue={value ?? ""} className="input">
              <option value="">{t.any}</option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        ) : null,
      )}
      <button type="submit" className="button">
        {t.filter}
      </button>
      {isFiltered ? (
        <a href={here} className="button button-quiet">
          {t.reset}
        </a>
      ) : null}
    </form>
  );
}
