import type { SerializeFrom } from "@remix-run/node";
import type { describeMonths } from "~/features/dashboards/describe-charts.server";
import { useTexts } from "~/i18n/use-texts";
import { ColumnChart } from "~/ui/column-chart";

/** Sessions by month with the year before beside, and the table under them. */
export function MonthSection({ months }: { months: SerializeFrom<typeof describeMonths> }) {
  const t = useTexts("dashboard");
  return (
    <section className="dashboard-block">
      <h2 className="mb-3 text-l">{t.byMonth}</h2>
      <ColumnChart title={t.byMonth} names={months.names} columns={months.columns} />
      <details className="mt-1 text-s print:hidden">
        <summary className="min-h-6 w-fit text-primary underline">{t.table}</summary>
        <table className="figure-table mt-2 max-w-xl" role="table">
          <thead>
            <tr>
              <th scope="col">{t.columns.month}</th>
              <th scope="col">{t.columns.sessions}</th>
              <th scope="col">{t.columns.aYearBefore}</th>
            </tr>
          </thead>
          <tbody>
            {months.columns.map((column) => (
              <tr key={column.label}>
                <td>
                  <a href={column.to}>{column.label}</a>
                </td>
                <td>{column.valueText}</td>
                <td>{column.beforeText}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
