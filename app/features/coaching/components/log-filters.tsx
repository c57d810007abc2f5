import { useTexts } from "~/i18n/use-texts";

type Choice = { value: string; label: string };
const lists = ["kind", "theme", "channel", "facilitator", "commune", "tag", "funder", "office", "held"] as const;

interface LogFiltersProps {
  asked: Partial<Record<string, string | undefined>>;
  choices: Record<(typeof lists)[number] | "period", Choice[]>;
  isFiltered: boolean;
}

/** The log's filters: a plain GET form, folded on a phone. */
export function LogFilters({ asked, choices, isFiltered }: LogFiltersProps) {
  const { filters: t, any } = useTexts("coachingLog");
  const { actions } = useTexts("common");
  const select = (name: keyof typeof choices) => (
    <label key={name} className="grid gap-1">
      {t[name]}
      <select name={name} defaultValue={asked[name] ?? ""} className="input">
        <option value="">{any}</option>
        {choices[name].map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <details className="filters mb-4 text-s print:hidden">
      <summary className="flex min-h-11 items-center gap-2">
        <span className="font-semibold text-primary">{t.title}</span>
      </summary>
      <form method="get" className="grid grid-cols-2 items-end gap-x-3 gap-y-2 md:grid-cols-4 xl:grid-cols-6">
        {select("period")}
        {(["from", "to"] as const).map((name) => (
          <label key={name} className="grid gap-1">
            {t[name]}
            <input type="date" name={name} defaultValue={asked[name]} className="input" />
          </label>
        ))}
        {lists.map((name) => (choices[name].length > 0 ? select(name) : null))}
        <label className="grid gap-1">
          {t.who}
          <input type="search" name="who" defaultValue={asked.who} placeholder={t.whoHint} className="input" />
        </label>
        <label className="flex min-h-11 items-center gap-2">
          <input type="checkbox" name="incomplete" value="1" defaultChecked={asked.incomplete === "1"} className="size-5" />
          {t.incomplete}
        </label>
        {asked.provider ? <input type="hidden" name="provider" value={asked.provider} /> : null}
        <div className="col-span-2 flex gap-2">
          <button type="submit" className="button">
            {actions.filter}
          </button>
          {isFiltered ? (
            <a href="/coaching" className="button button-quiet">
              {actions.reset}
            </a>
          ) : null}
        </div>
      </form>
    </details>
  );
}
