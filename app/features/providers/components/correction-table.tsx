import { fill, useLabelled, useTexts } from "~/i18n/use-texts";
import { CopyButton } from "./copy-button";

interface CorrectionTableProps {
  rows: { id: string; establishment: string; to: string; field: string; old: string; new: string; assigneeId: string }[];
  people: { id: string; name: string }[];
}

/** What the source still says otherwise: what to write there, who does it, done. */
export function CorrectionTable({ rows, people }: CorrectionTableProps) {
  const labelled = useLabelled();
  const { corrections: t } = useTexts("records");
  return (
    <div className="sheet">
      <table className="list" role="table">
        <thead>
          <tr>
            <th scope="col">{t.columns.establishment}</th>
            <th scope="col">{t.columns.field}</th>
            <th scope="col">{t.columns.old}</th>
            <th scope="col">{t.columns.new}</th>
            <th scope="col">{t.columns.who}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={row.to} className="font-semibold">
                  {row.establishment}
                </a>
              </td>
              <td>{row.field}</td>
              <td className="text-muted [overflow-wrap:anywhere]" data-label={t.columns.old}>
                {row.old || t.nothing}
              </td>
              <td className="[overflow-wrap:anywhere]" data-label={t.columns.new}>
                {row.new || t.nothing}
                <span className="mt-1 block">
                  <CopyButton value={row.new} name={`${row.field}, ${row.establishment}`} label={t.copy} copied={t.copied} />
                </span>
              </td>
              <td>
                <form method="post" className="grid gap-2">
                  <input type="hidden" name="correctionId" value={row.id} />
                  <span className="flex gap-2">
                    <select
                      name="assigneeId"
                      defaultValue={row.assigneeId}
                      aria-label={labelled(t.columns.who, `${row.field}, ${row.establishment}`)}
                      className="input w-auto min-w-0"
                    >
                      <option value="">{t.nobody}</option>
                      {people.map((one) => (
                        <option key={one.id} value={one.id}>
                          {one.name}
                        </option>
                      ))}
                    </select>
                    <button type="submit" name="intent" value="assign" className="button">
                      {t.assign}
                    </button>
                  </span>
                  <span className="flex flex-wrap gap-2">
                    <button
                      type="submit"
                      name="intent"
                      value="done"
                      className="button"
                      aria-label={fill(t.doneLabel, { field: row.field, name: row.establishment })}
                    >
                      {t.done}
                    </button>
                    <button type="submit" name="intent" value="restore" className="button button-quiet">
                      {t.restore}
                    </button>
                  </span>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
