import { fill, useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

interface Part {
  kind: "same" | "added" | "removed";
  text: string;
}

interface VersionRow {
  number: number;
  title: string;
  context: string;
  note: string;
  changes: { label: string; parts: Part[] }[];
  /** The document that this version carried. */
  file?: { name: string; to: string } | undefined;
  canRestore: boolean;
}

/** The versions of a resource, each with what it changed and a button that brings it back. */
export function VersionList({ rows, version }: { rows: VersionRow[]; version: number }) {
  const { history: t } = useTexts("resources");
  return (
    <ol className="grid gap-4">
      {rows.map((row) => (
        <li key={row.number} className="sheet grid gap-3 p-4">
          <div className="flex flex-wrap items-start justify-between gap-3">
            <div>
              <h2 className="text-l">{row.title}</h2>
              <p className="text-s text-muted">{row.context}</p>
              {row.note ? <p>{row.note}</p> : null}
              {row.file ? (
                <a href={row.file.to} className="inline-flex min-h-11 items-center gap-1 wrap-anywhere">
                  <Icon name="file-text" size={18} />
                  {row.file.name}
                </a>
              ) : null}
            </div>
            {row.canRestore ? (
              <form method="post">
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="restored" value={row.number} />
                <button type="submit" className="button" aria-label={fill(t.restoreOne, { number: row.number })}>
                  <Icon name="undo-2" size={18} className="mr-1 inline" />
                  {t.restore}
                </button>
              </form>
            ) : (
              <p className="font-semibold">{t.current}</p>
            )}
          </div>
          {row.changes.length > 0 ? <FieldChanges changes={row.changes} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** What went is struck out, what came is underlined; a screen reader is told which. */
function FieldChanges({ changes }: { changes: VersionRow["changes"] }) {
  const { history: t } = useTexts("resources");
  return (
    <dl className="grid gap-3">
      {changes.map((change) => (
        <div key={change.label}>
          <dt className="font-semibold">{change.label}</dt>
          <dd className="max-w-prose whitespace-pre-wrap wrap-anywhere">
            {change.parts.map((part, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in their order.
              <ChangedPart key={place} part={part} said={part.kind === "added" ? t.added : t.removed} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ChangedPart({ part, said }: { part: Part; said: string }) {
  if (part.kind === "same") return <span>{part.text}</span>;
  const label = <span className="sr-only">{` ${said} `}</span>;
  return part.kind === "added" ? (
    <ins className="bg-mark text-black">
      {label}
      {part.text}
    </ins>
  ) : (
    <del className="text-muted">
      {label}
      {part.text}
    </del>
  );
}
