import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { levels, resourceKinds, resourceSeasons } from "~/lib/vocabulary";

interface Choice {
  code: string;
  name: string;
}

interface ResourceSearchProps {
  filter: {
    q?: string | undefined;
    theme?: string | undefined;
    more: { form: string; level: string; forKind: string; season: string };
  };
  themes: Choice[];
  kinds: Choice[];
}

/** One box, one list of themes, and more filters folded; the answer is an address that can be shared. */
export function ResourceSearch({ filter, themes, kinds }: ResourceSearchProps) {
  const t = useTexts("resources");
  const { actions, colon } = useTexts("common");
  return (
    <Form method="get" className="mb-6 grid gap-2">
      <div className="flex flex-wrap gap-2">
        <input
          type="search"
          name="q"
          aria-label={t.search}
          placeholder={t.search}
          defaultValue={filter.q}
          className="input min-w-0 flex-[1_1_20rem]"
        />
        <select name="theme" aria-label={t.theme} defaultValue={filter.theme ?? ""} className="input w-auto">
          <option value="">{`${t.theme}${colon}${actions.all.toLowerCase()}`}</option>
          {themes.map((theme) => (
            <option key={theme.code} value={theme.code}>
              {theme.name}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {actions.search}
        </button>
      </div>
      <MoreFilters more={filter.more} kinds={kinds} />
    </Form>
  );
}

function MoreFilters({ more, kinds }: { more: ResourceSearchProps["filter"]["more"]; kinds: Choice[] }) {
  const t = useTexts("resources");
  const lists = [
    { name: "form" as const, label: t.form.kind, choices: resourceKinds.map((code) => ({ code, name: t.kinds[code] })) },
    { name: "level" as const, label: t.level, choices: levels.map((code) => ({ code, name: t.levels[code] })) },
    {
      name: "season" as const,
      label: t.form.season,
      choices: resourceSeasons.slice(1).map((code) => ({ code, name: t.seasons[code] })),
    },
    { name: "forKind" as const, label: t.filters.forKind, choices: kinds },
  ];
  return (
    <details open={Object.values(more).some(Boolean)}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary underline">{t.filters.more}</summary>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {lists.map(({ name, label, choices }) => (
          <label key={name} className="grid gap-1 font-semibold">
            {label}
            <select name={name} defaultValue={more[name]} className="input font-normal">
              <option value="">{t.filters.all}</option>
              {choices.map((choice) => (
                <option key={choice.code} value={choice.code}>
                  {choice.name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
