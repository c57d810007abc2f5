interface OrganisationTreeProps {
  rows: readonly { to: string; name: string; kind: string; depth: number }[];
}

const indents = ["", "pl-6", "pl-12", "pl-18"];

/** Every organisation under the one it belongs to, each leading to its settings. */
export function OrganisationTree({ rows }: OrganisationTreeProps) {
  return (
    <ul className="max-w-2xl">
      {rows.map((row) => (
        <li key={row.to} className={`border-b border-rule ${indents[Math.min(row.depth, 3)]}`}>
          <a href={row.to} className="inline-flex min-h-11 items-center font-semibold">
            {row.name}
          </a>
          <span className="ml-2 text-muted">{row.kind}</span>
        </li>
      ))}
    </ul>
  );
}
