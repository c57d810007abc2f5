import { fill, useTexts } from "~/i18n/use-texts";

export interface ReviewLine {
  id: string;
  title: string;
  to: string;
  context: string;
  /** Where the day of a reading is noted. */
  reread: string;
  correct: string;
  /** Whether it has an end that may be put off. */
  mayEnd: boolean;
}

/** Resources to read again: each opens, and one tap says that it was read. */
export function ReviewList({ rows }: { rows: readonly ReviewLine[] }) {
  const { review: t } = useTexts("library");
  return (
    <ul className="sheet divide-y divide-rule">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-72">
            <a href={row.to} className="font-semibold wrap-anywhere">
              {row.title}
            </a>
            <p className="text-s text-muted">{row.context}</p>
          </div>
          <form method="post" action={row.reread} className="flex flex-wrap items-center gap-2">
            <button type="submit" className="button" aria-label={fill(t.rereadOf, { title: row.title })}>
              {t.reread}
            </button>
            {row.mayEnd ? (
              <button
                type="submit"
                name="until"
                value="year"
                className="button"
                aria-label={fill(t.holdsOf, { title: row.title })}
              >
                {t.holds}
              </button>
            ) : null}
            <a
              href={row.correct}
              className="inline-flex min-h-11 items-center px-2"
              aria-label={fill(t.correctOf, { title: row.title })}
            >
              {t.correct}
            </a>
          </form>
        </li>
      ))}
    </ul>
  );
}
