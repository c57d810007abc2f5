import { useTexts } from "~/i18n/use-texts";
import { BarChart } from "~/ui/bar-chart";

interface ChartWithTableProps {
  title: string;
  /** What the rows are: months, themes… */
  head: string;
  /** What is counted. */
  unit: string;
  bars: readonly { label: string; value: number; valueText: string; to?: string | undefined }[];
}

/** A chart with its figures as a table under it. */
export function ChartWithTable({ title, head, unit, bars }: ChartWithTableProps) {
  const { table } = useTexts("dashboard");
  return (
    <section>
      <h2 className="mb-3 text-l">{title}</h2>
      <BarChart title={title} bars={bars} />
      <details className="mt-2">
        <summary className="min-h-6 text-primary underline">{table}</summary>
        <table className="list mt-2" role="table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" className="number">
                {unit}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <td>{bar.label}</td>
                <td className="number">{bar.valueText}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
