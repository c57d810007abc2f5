import { Form, Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { type RecordLine, RecordTable } from "./record-table";
import { VerdictTabs } from "./verdict-tabs";

export interface ImportReviewProps {
  tabs: Parameters<typeof VerdictTabs>[0]["tabs"];
  help: string;
  rows: RecordLine[];
  /** Each row says why it is left out. */
  hasReasons: boolean;
  next?: string | undefined;
  /** « Importer 12 fiches ». */
  apply: string;
  /** Why it stopped before, if it did. */
  notice: string;
  /** « Revoir les colonnes », for a table. */
  columns: string;
}

/** What each record would do, ticked by default; nothing is written before the main button. */
export function ImportReview({ tabs, help, rows, hasReasons, next, apply, notice, columns }: ImportReviewProps) {
  const t = useTexts("imports");
  const { actions } = useTexts("common");
  const isChoosable = rows.some((row) => row.isChoosable);
  return (
    <Form method="post">
      {notice ? <p className="mb-4 font-semibold text-warn">{notice}</p> : null}
      <div className="mb-6 flex flex-wrap gap-2">
        <button type="submit" name="intent" value="apply" className="button button-main">
          {apply}
        </button>
        <button type="submit" name="intent" value="discard" className="button button-quiet">
          {t.discard}
        </button>
        {columns ? (
          <button type="submit" name="intent" value="remap" className="button button-quiet">
            {columns}
          </button>
        ) : null}
      </div>
      <VerdictTabs label={t.listColumns.what} tabs={tabs} />
      <p className="mb-3 text-muted">{help}</p>
      {rows.length === 0 ? <p>{t.emptyVerdict}</p> : <RecordTable rows={rows} hasReasons={hasReasons} />}
      <div className="mt-4 flex flex-wrap gap-2">
        {isChoosable ? (
          <button type="submit" name="intent" value="choose" className="button">
            {t.keepChoices}
          </button>
        ) : null}
        {next ? (
          <Link to={next} className="button">
            {actions.next}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}
