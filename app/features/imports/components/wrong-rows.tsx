import { useTexts } from "~/i18n/use-texts";

interface WrongRowsProps {
  /** « 3 lignes ne peuvent pas être reprises ». */
  title: string;
  rows: { line: string; name: string; what: string }[];
  /** Empty when all are shown. */
  more: string;
}

/** The rows that cannot be taken over, by their line in the file. */
export function WrongRows({ title, rows, more }: WrongRowsProps) {
  const { wrongTable, wrongHelp } = useTexts("tableImport");
  return (
    <section>
      <h2 className="text-l">{title}</h2>
      <p className="mb-3 max-w-prose text-muted">{wrongHelp}</p>
      <div className="sheet">
        <table className="list" role="table">
          <thead>
            <tr>
              <th scope="col">{wrongTable.line}</th>
              <th scope="col">{wrongTable.name}</th>
              <th scope="col">{wrongTable.what}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, name, what }) => (
              <tr key={line}>
                <td data-label={wrongTable.line}>{line}</td>
                <td className="break-words">{name}</td>
                <td className="break-words">{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more ? <p className="mt-2 text-muted">{more}</p> : null}
    </section>
  );
}
