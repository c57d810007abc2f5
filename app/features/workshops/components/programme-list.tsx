interface ProgrammeListProps {
  rows: { id: string; to: string; title: string; dates: string[]; context: string; seats: string; isCancelled: boolean }[];
  empty: string;
  /** Where the list is shown in another site's page, links open outside of it. */
  isFramed?: boolean;
  /** Of the headings. */
  level?: 2 | 3;
}

/** What is on the programme, the next first. */
export function ProgrammeList({ rows, empty, isFramed, level = 2 }: ProgrammeListProps) {
  const Heading = level === 2 ? "h2" : "h3";
  if (rows.length === 0) return <p className="mt-6">{empty}</p>;
  return (
    <ul className="mt-6 grid gap-3">
      {rows.map((row) => (
        <li key={row.id} className="sheet has-door grid gap-1 p-4">
          <Heading className="text-l">
            <a
              href={row.to}
              {...(isFramed ? { target: "_blank", rel: "noopener" } : {})}
              className={row.isCancelled ? "door line-through" : "door"}
            >
              {row.title}
            </a>
          </Heading>
          {row.dates.map((date) => (
            <p key={date} className="first-letter:uppercase">
              {date}
            </p>
          ))}
          <p className="text-s text-muted">{row.context}</p>
          <p className="font-semibold">{row.seats}</p>
        </li>
      ))}
    </ul>
  );
}
