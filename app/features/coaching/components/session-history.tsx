import { useTexts } from "~/i18n/use-texts";

export interface HistoryEntry {
  id: number;
  /** « Anaïs Berthou a corrigé cette séance, 24 nov. 2026 à 14:12 ». */
  line: string;
  changes: { field: string; was: string; became: string }[];
}

/** What the session was, correction by correction; nothing is shown of one that was never corrected. */
export function SessionHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTexts("sessionForm");
  if (entries.length === 0) return null;
  return (
    <details className="sheet">
      <summary className="min-h-11 px-4 py-2 font-semibold">{`${t.page.history} (${entries.length})`}</summary>
      <ol className="grid gap-4 border-t border-rule p-4">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p className="font-semibold">{entry.line}</p>
            <dl className="mt-1 grid gap-1 text-s">
              {entry.changes.map((change) => (
                <div key={change.field}>
                  <dt className="inline text-muted">{change.field} : </dt>
                  <dd className="inline whitespace-pre-wrap">
                    <del>{change.was || t.conflict.nothing}</del> →{" "}
                    <ins className="no-underline">{change.became || t.conflict.nothing}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </details>
  );
}
