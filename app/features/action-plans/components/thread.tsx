import { useTexts } from "~/i18n/use-texts";

export interface ThreadData {
  /** The id that the next word will have. */
  id: string;
  /** Where it is posted; null on a draft. */
  to: string | null;
  lines: { id: string; who: string; at: string; text: string; isFromProvider: boolean }[];
}

/** The thread of an action, and a place for one more word; folded, its title stands on the fold. */
export function Thread({ thread, hint, isFolded }: { thread: ThreadData; hint?: string; isFolded?: boolean }) {
  const { thread: t } = useTexts("plans");
  return (
    <section aria-label={t.title}>
      {isFolded ? null : <h2 className="mb-2 text-l">{t.title}</h2>}
      {thread.lines.length === 0 ? <p className="text-muted">{t.none}</p> : null}
      <ol className="grid gap-3">
        {thread.lines.map((line) => (
          <li key={line.id} className={`border-l-4 pl-3 ${line.isFromProvider ? "border-primary" : "border-rule"}`}>
            <p className="whitespace-pre-wrap wrap-anywhere">{line.text}</p>
            <p className="text-s text-muted">
              {line.who} · {line.at}
            </p>
          </li>
        ))}
      </ol>
      {thread.to ? (
        <form method="post" action={thread.to} className="mt-4 grid gap-2 print:hidden">
          <input type="hidden" name="id" value={thread.id} />
          <input type="hidden" name="intent" value="comment" />
          <label htmlFor="comment-text" className="font-semibold">
            {t.write}
          </label>
          {hint ? (
            <p id="comment-hint" className="text-s text-muted">
              {hint}
            </p>
          ) : null}
          <textarea
            id="comment-text"
            name="text"
            rows={2}
            maxLength={2000}
            required
            className="input"
            aria-describedby={hint ? "comment-hint" : undefined}
          />
          <button type="submit" className="button justify-self-start">
            {t.send}
          </button>
        </form>
      ) : null}
    </section>
  );
}
