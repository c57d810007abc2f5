import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

export interface DraftFound {
  id: string;
  /** The thing that it will become. */
  sessionId: string;
  /** « 14 h 12 », with its day when it is not today's. */
  time: string;
  /** Who it is about, where that was typed. */
  who: string;
}

/** Entries that were begun and not saved: each can be resumed, here or on another device, or forgotten. */
export function DraftNotice({ drafts, path }: { drafts: readonly DraftFound[]; path: string }) {
  const { draft: t } = useTexts("sessionForm");
  if (drafts.length === 0) return null;
  return (
    <section aria-label={t.label} className="sheet mb-6 max-w-3xl border-l-4 border-l-mark p-4">
      <p>{t.found}</p>
      <ul className="mt-2 grid gap-2">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex flex-wrap items-center gap-2">
            <a href={`${path}?draft=${draft.id}`} className="button">
              {fill(t.resume, { time: draft.time })}
            </a>
            <span className="text-s text-muted">{draft.who}</span>
            <form method="post" action={paths.coachingDrafts()}>
              <input type="hidden" name="draftOf" value={path} />
              <input type="hidden" name="id" value={draft.sessionId} />
              <button type="submit" name="intent" value="discard" className="button button-quiet">
                {t.discard}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
