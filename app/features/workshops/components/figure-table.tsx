/** A small table of figures: its first column names the row. On a phone each row stands as a small list. */
export function FigureTable({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <div className="sheet p-4">
      <table className="figure-table max-sm:block" role="table">
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row">
            {head.map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {rows.map(([name, ...figures]) => (
            <tr
              key={name}
              role="row"
              className="max-sm:block max-sm:border-b max-sm:border-rule max-sm:py-2 max-sm:last:border-b-0"
            >
              <th role="rowheader" scope="row" className="max-sm:block max-sm:border-b-0">
                {name}
              </th>
              {figures.map((figure, number) => (
                <td
                  key={head[number + 1]}
                  role="cell"
                  className="max-sm:flex max-sm:justify-between max-sm:border-b-0 max-sm:py-0.5 max-sm:pl-0"
                >
                  <span aria-hidden="true" className="text-s text-muted sm:hidden">
                    {head[number + 1]}
                  </span>
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
