interface CollectionCard {
  to: string;
  title: string;
  summary: string;
  context: string;
}

/** Collections as cards, each a door. */
export function CollectionList({ rows }: { rows: CollectionCard[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {rows.map((row) => (
        <li key={row.to} className="sheet has-door grid content-between gap-2 p-4">
          <div>
            <a href={row.to} className="door text-l font-semibold">
              {row.title}
            </a>
            <p className="mt-1">{row.summary}</p>
          </div>
          <p className="text-s text-muted">{row.context}</p>
        </li>
      ))}
    </ul>
  );
}
