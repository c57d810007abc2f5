import type { SerializeFrom } from "@remix-run/node";
import type { describePublicFigures } from "~/features/dashboards/describe-public.server";
import { useTexts } from "~/i18n/use-texts";
import { ChartTable } from "./chart-frame";
import { FigureList } from "./figure-list";
import { TopicChart } from "./topic-chart";

/** A network's open figures: totals, territories, months, themes, and their data to take away. */
export function PublicFiguresPage({ page }: { page: SerializeFrom<typeof describePublicFigures> }) {
  const t = useTexts("network");
  const { columns } = useTexts("dashboard");
  return (
    <>
      <h1 className="text-xl md:text-xxl">{t.open.title}</h1>
      <p className="mt-1">{t.open.intro}</p>
      <p className="mt-1 mb-8 text-s text-muted">
        {page.until} {t.open.hidden}
      </p>
      <div className="grid gap-10 [&>*]:min-w-0">
        <FigureList title={t.totals} figures={page.figures} help={page.help} />
        {page.territories.rows.length > 0 ? (
          <section>
            <h2 className="text-l">{t.territories}</h2>
            <div className="text-s">
              <ChartTable title={t.territories} head={page.territories.head} rows={page.territories.rows} />
            </div>
          </section>
        ) : null}
        {page.months.length > 0 || page.themes.length > 0 ? (
          <section>
            <h2 className="mb-3 text-l">{t.charts}</h2>
            <div className="grid gap-8 lg:grid-cols-2">
              {page.months.length > 0 ? <TopicChart title={t.months} head={columns.month} rows={page.months} /> : null}
              {page.themes.length > 0 ? <TopicChart title={t.themes} head={columns.theme} rows={page.themes} /> : null}
            </div>
          </section>
        ) : null}
        <section>
          <h2 className="text-l">{t.open.data}</h2>
          <p className="mb-3 text-s text-muted">{t.open.dataHelp}</p>
          <p className="flex flex-wrap gap-3">
            <a href={page.csv} className="button">
              {t.open.csv}
            </a>
            <a href={page.json} className="button">
              {t.open.json}
            </a>
          </p>
        </section>
      </div>
    </>
  );
}
