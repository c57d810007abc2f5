import { useTexts } from "~/i18n/use-texts";
import { Empty } from "~/ui/empty";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";

interface FigureRowsProps {
  page: {
    title: string;
    context: string;
    rows: readonly { id: string; name: string; to: string; cells: readonly string[] }[];
    next?: string | undefined;
    /** The same rows as a file. */
    files: { xlsx: string; csv: string };
  };
  /** The first column's words, then one a cell. */
  columns: readonly string[];
  back: string;
}

/** The rows behind a figure, with their number and period. */
export function FigureRows({ page, columns, back }: FigureRowsProps) {
  const t = useTexts("dashboard").rows;
  const { actions } = useTexts("common");
  const [first, ...others] = columns;
  return (
    <>
      <p className="mb-2 print:hidden">
        <a href={back}>{t.back}</a>
      </p>
      <PageTitle title={page.title} context={page.context} />
      {page.rows.length === 0 ? (
        <Empty text={t.empty} />
      ) : (
        <div className="sheet">
          <table className="list" role="table">
            <thead>
              <tr>
                <th scope="col">{first}</th>
                {others.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <a href={row.to} className="font-semibold">
                      {row.name}
                    </a>
                  </td>
                  {row.cells.map((cell, place) => (
                    <td key={others[place]} data-label={others[place]}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {page.next ? (
        <p className="mt-4">
          <a href={page.next} className="button">
            {actions.next}
          </a>
        </p>
      ) : null}
      <ExportLinks label={actions.export} files={page.rows.length > 0 ? page.files : undefined} />
    </>
  );
}
