import type { SerializeFrom } from "@remix-run/node";
import type { describeMonths } from "~/features/dashboards/describe-charts.server";
import { useTexts } from "~/i18n/use-texts";
import { ColumnChart } from "~/ui/column-chart";
import { ChartFrame } from "./chart-frame";

/** Sessions by month with the year before beside, and the table under them. */
export function MonthSection({ months }: { months: SerializeFrom<typeof describeMonths> }) {
  const t = useTexts("dashboard");
  const rows = months.columns.map(({ label, to, valueText, beforeText }) => ({
    label,
    to,
    cells: [{ text: valueText }, { text: beforeText }],
  }));
  return (
    <section className="dashboard-block">
      <h2 className="mb-3 text-l">{t.byMonth}</h2>
      <ChartFrame title={t.byMonth} table={{ head: months.head, rows }}>
        <ColumnChart title={t.byMonth} names={months.names} columns={months.columns} />
      </ChartFrame>
    </section>
  );
}
