import { useTexts } from "~/i18n/use-texts";

interface AgendaFiltersProps {
  view: string;
  day: string;
  who: string;
  choices: { value: string; label: string }[];
  links: {
    views: { view: "list" | "day" | "week" | "month"; to: string; isCurrent: boolean }[];
    before: string;
    today: string;
    after: string;
  };
}

/** Which view, whose agenda, from which day; plain links and a plain form. */
export function AgendaFilters({ view, day, who, choices, links }: AgendaFiltersProps) {
  const t = useTexts("agenda");
  return (
    <div className="mb-6 grid gap-3">
      <nav aria-label={t.views.label} className="flex flex-wrap gap-1">
        {links.views.map((one) => (
          <a
            key={one.view}
            href={one.to}
            className="choice no-underline aria-[current=true]:border-primary aria-[current=true]:bg-primary aria-[current=true]:text-on-primary"
            aria-current={one.isCurrent ? "true" : undefined}
          >
            {t.views[one.view]}
          </a>
        ))}
      </nav>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="view" value={view} />
        <div className="grid gap-1">
          <label htmlFor="who" className="text-s text-muted">
            {t.who}
          </label>
          <select id="who" name="who" defaultValue={who} className="input w-auto">
            {choices.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        </div>
        <div className="grid gap-1">
          <label htmlFor="day" className="text-s text-muted">
            {t.day}
          </label>
          <input id="day" name="day" type="date" defaultValue={day} className="input w-auto" />
        </div>
        <button type="submit" className="button">
          {t.show}
        </button>
        <span className="flex flex-wrap gap-1">
          <a href={links.before} className="button button-quiet">
            {t.before}
          </a>
          <a href={links.today} className="button button-quiet">
            {t.today}
          </a>
          <a href={links.after} className="button button-quiet">
            {t.after}
          </a>
        </span>
      </form>
    </div>
  );
}
