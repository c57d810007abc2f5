import type { SerializeFrom } from "@remix-run/node";
import type { GoalPageData } from "~/features/dashboards/goal-page.server";
import { useLabelled, useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";
import type { RecordReply } from "~/ui/record-form";
import { GoalProgress } from "./goal-progress";

type Page = SerializeFrom<GoalPageData>;

/** A goal: how it stands, what it was warned of, and every change with its reason. */
export function GoalPage({ page, reply }: { page: Page; reply: RecordReply | undefined }) {
  const t = useTexts("goals");
  return (
    <div className="grid max-w-3xl gap-8 [&>*]:min-w-0">
      <section className="sheet grid gap-1 p-4">
        <GoalProgress goal={page.goal} />
        <p className="flex flex-wrap gap-x-4 text-s">
          <a href={page.goal.rowsTo} className="inline-flex min-h-11 items-center">
            {t.rows}
          </a>
        </p>
      </section>
      <Warnings page={page} reply={reply} />
      <History history={page.history} />
      {page.permissions.set ? (
        <form method="post" className="flex flex-wrap items-end gap-2 border-t border-rule pt-6">
          <label className="grid min-w-0 flex-1 basis-64 gap-1">
            <span className="font-semibold">{t.deleteWhy}</span>
            <input name="reason" className="input" maxLength={300} autoComplete="off" />
          </label>
          <button type="submit" name="intent" value="delete" className="button">
            {t.remove}
          </button>
        </form>
      ) : null}
    </div>
  );
}

function Warnings({ page, reply }: { page: Page; reply: RecordReply | undefined }) {
  const t = useTexts("goals").warnings;
  if (page.warnings.length === 0) return null;
  return (
    <section>
      <h2 className="text-l">{t.title}</h2>
      <p className="mt-1 mb-3 text-s text-muted">{t.follows}</p>
      <ol className="sheet divide-y divide-rule">
        {page.warnings.map((warning) => (
          <li key={warning.id} className={`grid gap-1 p-4 ${warning.isToAnswer ? "border-l-8 border-l-mark" : ""}`}>
            <p className={warning.isOpen ? "font-semibold" : ""}>{warning.text}</p>
            <p className="text-s text-muted">{[warning.told, warning.ended].filter(Boolean).join(" · ")}</p>
            {warning.answer ? <p className="wrap-anywhere">{warning.answer}</p> : null}
            {warning.isToAnswer && page.permissions.acknowledge ? <Answer id={warning.id} reply={reply} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Answer({ id, reply }: { id: string; reply: RecordReply | undefined }) {
  const t = useTexts("goals").warnings;
  const mine = reply?.values.warningId === id ? reply : undefined;
  const error = mine?.errors.line?.[0] ?? mine?.errors[""]?.[0];
  return (
    <form method="post" className="mt-2 flex flex-wrap items-end gap-2">
      <input type="hidden" name="intent" value="acknowledge" />
      <input type="hidden" name="warningId" value={id} />
      <div className="min-w-0 flex-1 basis-64">
        <Field name="line" label={t.field} errors={error ? [error] : undefined}>
          {(props) => (
            <input
              {...props}
              className="input"
              required
              maxLength={300}
              autoComplete="off"
              defaultValue={String(mine?.values.line ?? "")}
            />
          )}
        </Field>
      </div>
      <button type="submit" className="button button-main">
        {t.acknowledge}
      </button>
    </form>
  );
}

function History({ history }: { history: Page["history"] }) {
  const labelled = useLabelled();
  const t = useTexts("goals").history;
  return (
    <section>
      <h2 className="mb-3 text-l">{t.title}</h2>
      <ol className="sheet divide-y divide-rule">
        {history.map((entry) => (
          <li key={entry.id} className="grid gap-1 p-4">
            <p className="font-semibold">{entry.line}</p>
            {entry.changes.length > 0 ? (
              <dl className="grid gap-1 text-s">
                {entry.changes.map((change) => (
                  <div key={change.field}>
                    <dt className="inline text-muted">{change.field} : </dt>
                    <dd className="inline">
                      <del>{change.was}</del> → <ins className="no-underline">{change.became}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            ) : null}
            {entry.reason ? <p className="text-s wrap-anywhere">{labelled(t.why, entry.reason)}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
