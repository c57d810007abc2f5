import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

export interface ConflictShown {
  reason: "version" | "idempotency";
  sessionId: string;
  /** Where the two differ. */
  rows: { field: string; saved: string; yours: string }[];
  /** The id of a session apart: made once, so that a double click makes one. */
  apartId: string;
  canReplace: boolean;
}

/** Two contents for one session: both side by side, and the ways out. It stands inside the form. */
export function ConflictPanel({ conflict }: { conflict: ConflictShown }) {
  const { conflict: t } = useTexts("sessionForm");
  const isVersion = conflict.reason === "version";
  return (
    <section role="alert" className="sheet grid gap-3 border-l-4 border-l-accent p-4">
      <h2 className="text-l">{isVersion ? t.versionTitle : t.keyTitle}</h2>
      <p>{isVersion ? t.version : t.key}</p>
      {conflict.rows.length === 0 ? (
        <p className="text-muted">{conflict.canReplace ? t.same : ""}</p>
      ) : (
        <Differences rows={conflict.rows} />
      )}
      <div className="flex flex-wrap gap-2">
        <input type="hidden" name="apartId" value={conflict.apartId} />
        {isVersion ? null : (
          <button type="submit" name="intent" value="apart" className="button button-main">
            {t.apart}
          </button>
        )}
        {!isVersion && conflict.canReplace ? (
          <button type="submit" name="intent" value="replace" className="button">
            {t.replace}
          </button>
        ) : null}
        {isVersion ? (
          <button type="submit" name="intent" value="save" className="button button-main">
            {t.versionSave}
          </button>
        ) : null}
        {conflict.canReplace ? (
          <a href={paths.coachingSession(conflict.sessionId)} className="button">
            {t.keepSaved}
          </a>
        ) : null}
      </div>
    </section>
  );
}

function Differences({ rows }: Pick<ConflictShown, "rows">) {
  const { conflict: t } = useTexts("sessionForm");
  return (
    <table className="list" role="table">
      <thead>
        <tr role="row">
          <th scope="col">{t.field}</th>
          <th scope="col">{t.saved}</th>
          <th scope="col">{t.yours}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field} role="row">
            <th scope="row">{row.field}</th>
            <td role="cell" data-label={t.saved} className="whitespace-pre-wrap">
              {row.saved || t.nothing}
            </td>
            <td role="cell" data-label={t.yours} className="whitespace-pre-wrap">
              {row.yours || t.nothing}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
