export interface HelpLine {
  id: string;
  /** The page of the request, for the office. */
  to: string | null;
  title: string;
  text: string;
  at: string;
  /** Received, in hand, answered… in words. */
  state: string;
  isDone: boolean;
  reply: string;
}

/** Requests with their state; the answer stands under the question. */
export function HelpList({ title, lines }: { title: string; lines: HelpLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-l">{title}</h2>
      <ul className="sheet divide-y divide-rule">
        {lines.map((line) => (
          <li key={line.id} className="grid gap-1 p-4">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              {line.to ? (
                <a href={line.to} className="font-semibold wrap-anywhere">
                  {line.title}
                </a>
              ) : (
                <span className="font-semibold">{line.title}</span>
              )}
              <span className={`text-s ${line.isDone ? "text-ok" : "text-ink"}`}>{line.state}</span>
            </p>
            {line.text ? <p className="whitespace-pre-line wrap-anywhere">{line.text}</p> : null}
            <p className="text-s text-muted">{line.at}</p>
            {line.reply ? <p className="border-l-4 border-primary pl-3 whitespace-pre-line wrap-anywhere">{line.reply}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
