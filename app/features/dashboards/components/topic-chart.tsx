import type { SerializeFrom } from "@remix-run/node";
import type { ChartRow } from "~/features/dashboards/describe-charts.server";
import { useTexts } from "~/i18n/use-texts";
import { BarChart } from "~/ui/bar-chart";
import { ChartFrame } from "./chart-frame";

interface TopicChartProps {
  title: string;
  /** What the rows are: themes, channels… */
  head: string;
  rows: SerializeFrom<ChartRow[]>;
}

/** Sessions by theme, channel or kind, and the table under them. */
export function TopicChart({ title, head, rows }: TopicChartProps) {
  const { columns } = useTexts("dashboard");
  const table = rows.map(({ label, to, valueText, share }) => ({ label, to, cells: [{ text: valueText }, { text: share }] }));
  return (
    <section>
      <h3 className="mb-2 text-m">{title}</h3>
      <ChartFrame title={title} table={{ head: [head, columns.sessions, columns.share], rows: table }}>
        <BarChart title={title} bars={rows} />
      </ChartFrame>
    </section>
  );
}
