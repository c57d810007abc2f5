import type { ShownTable } from "../describe.server";

/** A table of a report; on a narrow screen it scrolls within its own frame. */
export function ReportTable({ table }: { table: ShownTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={table.head.join(", ")}>
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-ink">
            {table.head.map((text, place) => (
              <th key={text} scope="col" className={place === 0 ? "py-2 pr-4" : "px-2 py-2 text-right"}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells) => (
            <tr key={cells.join("|")} className="border-b border-rule">
              {cells.map((text, place) =>
                place === 0 ? (
                  <th key="name" scope="row" className="py-2 pr-4 font-normal">
                    {text}
                  </th>
                ) : (
                  <td key={table.head[place]} className="px-2 py-2 text-right tabular-nums">
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
