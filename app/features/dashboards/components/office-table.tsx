import type { SerializeFrom } from "@remix-run/node";
import type { describeOffices } from "~/features/dashboards/describe-charts.server";
import { useTexts } from "~/i18n/use-texts";
import { paths, type Query } from "~/paths";

interface OfficeTableProps {
  offices: SerializeFrom<typeof describeOffices>;
  /** The filters in force, kept by each office's link. */
  query: Query;
}

/** A row an office, for whoever sees several. */
export function OfficeTable({ offices, query }: OfficeTableProps) {
  const { blocks, columns } = useTexts("dashboard");
  const shown = ["sessions", "supports", "contact", "reached", "known", "share"] as const;
  if (offices.length === 0) return null;
  return (
    <section className="dashboard-block">
      <h2 className="mb-2 text-l">{blocks.offices}</h2>
      <table className="list" role="table">
        <thead>
          <tr>
            <th scope="col">{columns.office}</th>
            {shown.map((column) => (
              <th key={column} scope="col" className="number">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office.id}>
              <td>
                <a href={paths.dashboard({ ...query, office: office.id })}>{office.name}</a>
              </td>
              {shown.map((column) => (
                <td key={column} className="number" data-label={columns[column]}>
                  {office[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
