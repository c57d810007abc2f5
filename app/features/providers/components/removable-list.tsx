import { useLabelled } from "~/i18n/use-texts";

interface RemovableListProps {
  rows: { id: string; text: string; note: string; isFixed?: boolean }[];
  empty: string;
  remove: string;
}

/** What is noted so far, each with a button that posts `remove` = its id. */
export function RemovableList({ rows, empty, remove }: RemovableListProps) {
  const labelled = useLabelled();
  if (rows.length === 0) return <p className="mb-6 text-muted">{empty}</p>;
  return (
    <ul className="mb-6 grid max-w-2xl gap-2">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-2 border-b border-rule pb-2">
          <span>
            {row.text} <span className="text-s text-muted">{row.note}</span>
          </span>
          {row.isFixed ? null : (
            <form method="post">
              <button type="submit" name="remove" value={row.id} className="button" aria-label={labelled(remove, row.text)}>
                {remove}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
