import { useTexts } from "~/i18n/use-texts";
import type { WorkshopLine } from "../describe.server";
import { StateChip } from "./state-chip";

/** Workshops as a table on a desk, stacked rows on a phone. */
export function WorkshopTable({ rows }: { rows: WorkshopLine[] }) {
  const { list } = useTexts("workshops");
  return (
    <div className="sheet">
      <table className="list" role="table">
        <thead>
          <tr>
            <th scope="col">{list.what}</th>
            <th scope="col">{list.when}</th>
            <th scope="col">{list.people}</th>
            <th scope="col">{list.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={row.to} className="font-semibold">
                  {row.title}
                </a>
                <span className="block text-s text-muted">{row.context}</span>
              </td>
              <td className="first-letter:uppercase md:w-72">{row.day}</td>
              <td className="md:w-32">{row.people}</td>
              <td>
                <StateChip state={row.state} name={row.stateName} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
