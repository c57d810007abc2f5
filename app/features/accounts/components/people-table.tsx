import { useTexts } from "~/i18n/use-texts";

export interface PersonLine {
  id: string;
  to: string;
  name: string;
  email: string;
  roles: string;
  isSuspended: boolean;
}

export function PeopleTable({ rows }: { rows: readonly PersonLine[] }) {
  const t = useTexts("settings").people;
  return (
    <div className="sheet">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.roles}</th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={row.to} className="font-semibold">
                  {row.name}
                </a>
                <span className="block text-s text-muted">{row.email}</span>
              </td>
              <td>{row.roles}</td>
              <td>{row.isSuspended ? <span className="chip">{t.suspended}</span> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
