import type { SerializeFrom } from "@remix-run/node";
import type { describeTotals } from "~/features/dashboards/describe-public.server";
import { useTexts } from "~/i18n/use-texts";
import { FigureList } from "./figure-list";
import { TopicChart } from "./topic-chart";

/** A network's totals as anybody may read them: figures, territories, months, themes. */
export function NetworkTotals({ totals: page }: { totals: SerializeFrom<typeof describeTotals> }) {
  const t = useTexts("network");
  const { columns } = useTexts("dashboard");
  return (
    <>
      <p className="mt-1 mb-8 text-s text-muted">
        {page.until} {t.open.hidden}
      </p>
      {page.missing ? <p className="mb-8">{page.missing}</p> : null}
      <div className="grid gap-10 [&>*]:min-w-0">
        <FigureList title={t.totals} figures={page.figures} help={page.help} />
        {page.territories.rows.length > 0 ? (
          <section>
            <h2 className="text-l">{t.territories}</h2>
            <Territories {...page.territories} />
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
      </div>
    </>
  );
}

/** A row a territory; on a phone each stands as a block, every count with its name. */
function Territories({ head, rows }: SerializeFrom<ReturnType<typeof describeTotals>["territories"]>) {
  const [first, ...counts] = head;
  return (
    <table className="list" role="table">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {counts.map((count) => (
            <th key={count} scope="col" className="number">
              {count}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <td className="font-semibold">{row.label}</td>
            {row.cells.map((cell, place) => (
              <td key={counts[place]} className="number" data-label={counts[place]}>
                {cell.text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
