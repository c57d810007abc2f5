import type { SerializeFrom } from "@remix-run/node";
import type { describeMine } from "~/features/dashboards/describe-mine.server";
import { useTexts } from "~/i18n/use-texts";
import { ChartTable } from "./chart-frame";
import { FigureList } from "./figure-list";
import { GoalList } from "./goal-list";
import { HoursSection } from "./hours-section";
import { WeeksChart } from "./series-section";

type Mine = SerializeFrom<typeof describeMine>;

/** « Ma page »: the week first, then what waits, then the period's figures. */
export function MinePage({ page }: { page: Mine }) {
  const t = useTexts("mine");
  const { blocks } = useTexts("dashboard");
  return (
    <div className="grid gap-10 [&>*]:min-w-0">
      <Week week={page.week} />
      <Late late={page.late} />
      {page.goals.length > 0 ? (
        <section>
          <h2 className="mb-3 text-l">{t.goals}</h2>
          <GoalList goals={page.goals} />
        </section>
      ) : null}
      <section>
        <h2 className="text-l">{t.figures}</h2>
        <p className="mb-3 text-muted">{page.period}</p>
        <Period choice={page.choice} />
      </section>
      <FigureList title={blocks.reach} {...page.reach} />
      <FigureList title={blocks.sessions} {...page.sessions} />
      <HoursSection hours={page.hours}>
        <WeeksChart weeks={page.weeks} />
      </HoursSection>
      <FigureList title={blocks.plans} {...page.plans} />
      <FigureList title={blocks.workshops} {...page.workshops} />
      <section className="max-w-3xl border-l-4 border-mark pl-4">
        <h2 className="mb-1 text-m">{t.seen}</h2>
        <p>{t.seenText}</p>
        <a href={page.asDirector} className="inline-flex min-h-11 items-center">
          {t.seenLink}
        </a>
      </section>
    </div>
  );
}

function Week({ week }: { week: Mine["week"] }) {
  const t = useTexts("mine").week;
  return (
    <section>
      <h2 className="text-l">{t.heading}</h2>
      <p className="text-muted">{week.title}</p>
      <p className="mt-2">{week.sentence}</p>
      {week.part === undefined ? null : (
        <svg width="100%" height="10" aria-hidden="true" className="mt-1 max-w-xl">
          <rect width="100%" height="10" rx="2" className="fill-rule" />
          <rect width={`${week.part * 100}%`} height="10" rx="2" className="fill-primary" />
        </svg>
      )}
      <div className="text-s">
        <ChartTable title={week.title} head={week.head} rows={week.rows} />
      </div>
      <p className="mt-2 flex flex-wrap gap-x-6">
        <a href={week.previous} className="inline-flex min-h-11 items-center">
          {t.previous}
        </a>
        {week.next ? (
          <a href={week.next} className="inline-flex min-h-11 items-center">
            {t.next}
          </a>
        ) : null}
      </p>
    </section>
  );
}

function Late({ late }: { late: Mine["late"] }) {
  const t = useTexts("mine").late;
  return (
    <section>
      <h2 className="mb-3 text-l">{t.title}</h2>
      {late.rows.length === 0 ? (
        <p className="text-muted">{t.none}</p>
      ) : (
        <ul className="sheet divide-y divide-rule">
          {late.rows.map((row) => (
            <li key={row.id} className="px-4 py-3">
              <a href={row.to} className="font-semibold">
                {row.provider}
              </a>
              <p className="text-s">
                {row.title} <span className="text-muted">· {row.due}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {late.more ? (
        <a href={late.more} className="mt-2 inline-flex min-h-11 items-center">
          {t.more}
        </a>
      ) : null}
    </section>
  );
}

function Period({ choice }: { choice: Mine["choice"] }) {
  const t = useTexts("mine");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3 text-s print:hidden">
      <div className="grid gap-1">
        <label htmlFor="period">{t.period}</label>
        <select id="period" name="period" defaultValue={choice.value} className="input">
          {choice.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        {t.show}
      </button>
    </form>
  );
}
