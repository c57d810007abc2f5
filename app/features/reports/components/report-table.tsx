import { hasWords } from "~/lib/report-content";
import type { ShownTable } from "../describe.server";

/** A table of a report; on a narrow screen it scrolls within its own frame. */
export function ReportTable({ table }: { table: ShownTable }) {
  const side = table.head.map((_, place) => (place === 0 || hasWords(table.rows, place) ? "" : "text-right"));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={table.head.join(", ")}>
      <table className="w-full text-left max-sm:text-s">
        <thead>
          <tr className="border-b border-ink">
            {table.head.map((text, place) => (
              <th key={text} scope="col" className={`${place === 0 ? "py-2 pr-2" : "px-1 py-2 sm:px-2"} ${side[place]}`}>
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
                  <th key="name" scope="row" className="py-2 pr-2 font-normal">
                    {text}
                  </th>
                ) : (
                  <td key={table.head[place]} className={`px-1 py-2 tabular-nums sm:px-2 ${side[place]}`}>
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
