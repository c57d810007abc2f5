import { fill, useLabelled, useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

interface LinkRow {
  key: string;
  title: string;
  to: string;
  url: string;
  state: string;
  isDead: boolean;
  answer: string;
  movedTo?: string | undefined;
  context: string;
  correct?: string | undefined;
  /** Where the new address is accepted. */
  follow?: string | undefined;
}

/** Addresses that no longer answer as they did, each with its resource and what to do. */
export function LinkList({ rows }: { rows: LinkRow[] }) {
  const labelled = useLabelled();
  const { linksPage: t } = useTexts("library");
  return (
    <ul className="sheet divide-y divide-rule">
      {rows.map((row) => (
        <li key={row.key} className="grid gap-x-6 gap-y-1 px-4 py-3 lg:grid-cols-[1fr_auto]">
          <div className="grid gap-1">
            <p>
              <span className={`mr-2 font-semibold ${row.isDead ? "text-warn" : ""}`}>
                <Icon name={row.isDead ? "triangle-exclamation-point" : "external-link"} size={16} className="mr-1 inline" />
                {row.state}
              </span>
              <a href={row.to} className="font-semibold">
                {row.title}
              </a>
            </p>
            <p className="wrap-anywhere">
              <a href={row.url} rel="noreferrer">
                {row.url}
              </a>
            </p>
            {row.answer ? <p>{row.answer}</p> : null}
            {row.movedTo ? (
              <p className="wrap-anywhere">
                {labelled(t.answers.moved, "")}
                <a href={row.movedTo} rel="noreferrer">
                  {row.movedTo}
                </a>
              </p>
            ) : null}
            <p className="text-s text-muted">{row.context}</p>
          </div>
          <Mending row={row} />
        </li>
      ))}
    </ul>
  );
}

/** What to do with it: take the new address, or correct the resource. */
function Mending({ row }: { row: LinkRow }) {
  const { linksPage: t } = useTexts("library");
  return (
    <div className="flex flex-wrap items-center gap-2 lg:justify-end">
      {row.follow ? (
        <form method="post" action={row.follow}>
          <input type="hidden" name="url" value={row.url} />
          <button type="submit" className="button" aria-label={fill(t.followOf, { title: row.title })}>
            {t.follow}
          </button>
        </form>
      ) : null}
      {row.correct ? (
        <a
          href={row.correct}
          className={row.follow ? "inline-flex min-h-11 items-center px-2" : "button"}
          aria-label={fill(t.correctOf, { title: row.title })}
        >
          {t.correct}
        </a>
      ) : null}
    </div>
  );
}
