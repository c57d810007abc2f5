/** A resource as a list shows it: every text made by the loader. */
export interface ResourceLine {
  to: string;
  title: string;
  summary: string;
  /** Theme, form, level, minutes. */
  context: string;
}

/** Resources one under the other: what it is about, in one sentence. */
export function ResourceList({ rows }: { rows: ResourceLine[] }) {
  return (
    <ul className="sheet divide-y divide-rule">
      {rows.map((row) => (
        <li key={row.to} className="has-door px-4 py-3">
          <a href={row.to} className="door font-semibold">
            {row.title}
          </a>
          <p>{row.summary}</p>
          <p className="text-s text-muted">{row.context}</p>
        </li>
      ))}
    </ul>
  );
}
