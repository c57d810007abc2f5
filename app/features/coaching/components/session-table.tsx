import { useTexts } from "~/i18n/use-texts";

/** A session as a list shows it: every text made by the loader. */
export interface SessionLine {
  id: string;
  to: string;
  who: string;
  theme: string;
  channel: string;
  facilitator: string;
  duration: string;
  day: string;
  isComplete: boolean;
  /** « reprise » where it was taken over from a file. */
  mark?: string;
  /** Where it was pooled: who held it, what is counted of it. */
  about?: string;
}

/** Sessions as a table on a desk, stacked rows on a phone. */
export function SessionTable({ rows }: { rows: SessionLine[] }) {
  const { columns, incomplete } = useTexts("coaching");
  return (
    <div className="sheet">
      <table className="list brief" role="table">
        <thead>
          <tr>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.theme}</th>
            <th scope="col">{columns.channel}</th>
            <th scope="col">{columns.facilitator}</th>
            <th scope="col" className="number">
              {columns.duration}
            </th>
            <th scope="col" className="number">
              {columns.day}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={row.to} className="font-semibold">
                  {row.who}
                </a>
                {row.isComplete ? null : <span className="chip ml-2">{incomplete}</span>}
                {row.mark ? <span className="chip ml-2">{row.mark}</span> : null}
                {row.about ? <span className="block text-s text-muted">{row.about}</span> : null}
              </td>
              <td>{row.theme}</td>
              <td className="text-muted">{row.channel}</td>
              <td className="text-muted">{row.facilitator}</td>
              <td className="number">{row.duration}</td>
              <td className="number">{row.day}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
