import { fill, useTexts } from "~/i18n/use-texts";
import { Empty } from "~/ui/empty";

export interface NewsLine {
  id: string;
  /** The very step or request. */
  to: string;
  title: string;
  text: string;
  at: string;
  isUnread: boolean;
}

export interface NewsData {
  unread: NewsLine[];
  read: NewsLine[];
}

/** What is new, unread first; each line opens what it speaks of, one button says that it was read. */
export function NewsList({ news }: { news: NewsData }) {
  const { news: t } = useTexts("notices");
  if (news.unread.length + news.read.length === 0) return <Empty text={t.empty} />;
  return (
    <div className="grid max-w-3xl gap-8">
      <section className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-l">{t.unread}</h2>
          {news.unread.length > 1 ? (
            <form method="post">
              <button type="submit" className="button">
                {t.readAll}
              </button>
            </form>
          ) : null}
        </div>
        {news.unread.length === 0 ? <p className="text-muted">{t.noUnread}</p> : <Lines lines={news.unread} />}
      </section>
      {news.read.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="text-l">{t.read}</h2>
          <Lines lines={news.read} />
        </section>
      ) : null}
    </div>
  );
}

function Lines({ lines }: { lines: NewsLine[] }) {
  const { news: t } = useTexts("notices");
  return (
    <ul className={`sheet divide-y divide-rule ${lines[0]?.isUnread ? "border-l-8 border-l-mark" : ""}`}>
      {lines.map((line) => (
        <li key={line.id} className="has-door flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-56">
            <a href={line.to} className={`door wrap-anywhere ${line.isUnread ? "font-semibold" : ""}`}>
              {line.title}
            </a>
            <p className="text-s text-muted wrap-anywhere">
              {line.text} <span className="whitespace-nowrap">{line.at}</span>
            </p>
          </div>
          {line.isUnread ? (
            <form method="post">
              <input type="hidden" name="id" value={line.id} />
              <button type="submit" className="button" aria-label={fill(t.markOf, { title: line.title })}>
                {t.mark}
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
