import type { SerializeFrom } from "@remix-run/node";
import type { ChartRow } from "~/features/dashboards/describe-charts.server";
import { useTexts } from "~/i18n/use-texts";
import { BarChart } from "~/ui/bar-chart";

interface TopicChartProps {
  title: string;
  /** What the rows are: themes, channels… */
  head: string;
  rows: SerializeFrom<ChartRow[]>;
}

/** Sessions by theme, channel or kind, and the table under them. */
export function TopicChart({ title, head, rows }: TopicChartProps) {
  const t = useTexts("dashboard");
  return (
    <section>
      <h3 className="mb-2 text-m">{title}</h3>
      <BarChart title={title} bars={rows} />
      <details className="mt-1 text-s print:hidden">
        <summary className="min-h-6 w-fit text-primary underline">{t.table}</summary>
        <table className="figure-table mt-2" role="table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t.columns.sessions}</th>
              <th scope="col">{t.columns.share}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <td>
                  <a href={row.to}>{row.label}</a>
                </td>
                <td>{row.valueText}</td>
                <td>{row.share}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
