import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { PlanFilter } from "../plan-list.form";
import { planViews } from "../plan-list.model";

/** The views of the list as links, and the two choices that narrow them. */
export function PlanFilters({ filter }: { filter: PlanFilter }) {
  const { list: t } = useTexts("plans");
  return (
    <div className="mb-4 grid gap-3">
      <nav aria-label={t.filter} className="flex flex-wrap gap-2">
        {planViews.map((view) => (
          <a
            key={view}
            href={paths.plans({ view, who: filter.who, weeks: filter.weeks })}
            aria-current={view === filter.view ? "page" : undefined}
            className={`chip min-h-11 no-underline ${view === filter.view ? "border-primary bg-primary text-on-primary" : "text-ink"}`}
          >
            {t.views[view]}
          </a>
        ))}
      </nav>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="view" value={filter.view} />
        <div className="grid gap-1">
          <label htmlFor="who" className="text-s font-semibold">
            {t.referent}
          </label>
          <select id="who" name="who" defaultValue={filter.who} className="input">
            <option value="me">{t.mine}</option>
            <option value="all">{t.everyone}</option>
          </select>
        </div>
        <div className="grid gap-1">
          <label htmlFor="weeks" className="text-s font-semibold">
            {t.weeks}
          </label>
          <select id="weeks" name="weeks" defaultValue={filter.weeks} className="input">
            {[...new Set([2, 4, 6, 8, 12, 26, filter.weeks])].map((weeks) => (
              <option key={weeks} value={weeks}>
                {fill(t.weeksUnit, { count: weeks })}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button">
          {t.apply}
        </button>
      </form>
    </div>
  );
}
