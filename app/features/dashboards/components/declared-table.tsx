import { useTexts } from "~/i18n/use-texts";

interface DeclaredTableProps {
  rows: readonly { month: string; label: string; cells: readonly string[]; withdraw: string }[];
}

/** The months typed in for an absent office; each can be taken back. */
export function DeclaredTable({ rows }: DeclaredTableProps) {
  const t = useTexts("network").declaration;
  const heads = [t.fields.sessions, t.fields.supports, t.fields.hours, t.fields.reached];
  if (rows.length === 0) return <p className="mt-8 text-muted">{t.none}</p>;
  return (
    <form method="post" className="mt-8">
      <table className="list" role="table">
        <thead>
          <tr>
            <th scope="col">{t.fields.month}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t.withdraw}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.month}>
              <td>{row.label}</td>
              {row.cells.map((cell, place) => (
                <td key={heads[place]} className="number" data-label={heads[place]}>
                  {cell}
                </td>
              ))}
              <td>
                <button type="submit" name="withdraw" value={row.month} className="button" aria-label={row.withdraw}>
                  {t.withdraw}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </form>
  );
}
