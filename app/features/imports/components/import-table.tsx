import { useTexts } from "~/i18n/use-texts";

/** An import as a list shows it: every text made by the loader. */
export interface ImportLine {
  id: string;
  fileName: string;
  source: string;
  state: string;
  total: string;
  by: string;
  on: string;
}

/** Earlier imports as a table on a desk, stacked rows on a phone. */
export function ImportTable({ rows }: { rows: ImportLine[] }) {
  const { columns } = useTexts("imports");
  return (
    <div className="sheet">
      <table className="list" role="table">
        <thead>
          <tr>
            <th scope="col">{columns.file}</th>
            <th scope="col">{columns.source}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col" className="number">
              {columns.total}
            </th>
            <th scope="col">{columns.by}</th>
            <th scope="col" className="number">
              {columns.on}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={`/providers/import/${row.id}`} className="font-semibold break-words">
                  {row.fileName}
                </a>
              </td>
              <td className="text-muted">{row.source}</td>
              <td>
                <span className="chip">{row.state}</span>
              </td>
              <td className="number" data-label={columns.total}>
                {row.total}
              </td>
              <td className="text-muted">{row.by}</td>
              <td className="number">{row.on}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
