import { useTexts } from "~/i18n/use-texts";

/** A provider as a list shows it: every text made by the loader. */
export interface ProviderLine {
  id: string;
  name: string;
  kind: string;
  commune: string;
  referent: string;
  seen: string;
}

/** Providers as a table on a desk, stacked rows on a phone. */
export function ProviderTable({ rows }: { rows: ProviderLine[] }) {
  const { columns } = useTexts("providers");
  return (
    <div className="sheet">
      <table className="list" role="table">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.commune}</th>
            <th scope="col">{columns.referent}</th>
            <th scope="col">{columns.lastSeen}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={`/providers/${row.id}`} className="font-semibold">
                  {row.name}
                </a>
              </td>
              <td className="text-muted">{row.kind}</td>
              <td>{row.commune}</td>
              <td className="text-muted" data-label={row.referent ? columns.referent : undefined}>
                {row.referent}
              </td>
              <td data-label={columns.lastSeen}>{row.seen}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
