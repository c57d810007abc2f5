import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { type MatchGroup, MatchTable, type TypedMatch } from "./match-table";
import { ReportReasonField } from "./report-reason-field";
import { WrongRows } from "./wrong-rows";

export interface RowReviewProps {
  content: "past_sessions" | "partners";
  /** « 120 séances à reprendre ». */
  ready: string;
  hasRows: boolean;
  notice: string;
  groups: MatchGroup[];
  recognised?: { title: string; names: string[] } | undefined;
  wrong?: Parameters<typeof WrongRows>[0] | undefined;
  isCounted: boolean;
  /** Some of the days are in a finished report. */
  asksReason: boolean;
  hasColumns: boolean;
}

/** The names of a file on one screen, what cannot be taken over, then the main button: nothing is written before. */
export function RowReview({ reply, ...page }: RowReviewProps & { reply: FormReply | undefined }) {
  const t = useTexts("tableImport");
  const { form } = useTexts("common");
  return (
    <Form method="post" className="grid gap-6">
      <ErrorSummary
        title={form.fix_one}
        errors={reply?.errors ?? {}}
        labels={{ matches: t.matchTable.name, reportReason: t.reportReason }}
      />
      {page.notice ? <p className="font-semibold text-warn">{page.notice}</p> : null}
      <Names groups={page.groups} typed={reply?.values ?? {}} />
      {page.recognised ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{page.recognised.title}</summary>
          <p className="max-w-prose text-muted">{page.recognised.names.join(" · ")}</p>
        </details>
      ) : null}
      {page.wrong ? <WrongRows {...page.wrong} /> : null}
      {page.content === "past_sessions" ? (
        <CountChoice isCounted={reply ? reply.values.isCounted === "on" : page.isCounted} />
      ) : null}
      <Reason isAsked={page.asksReason} reply={reply} />
      <Actions {...page} />
    </Form>
  );
}

function Names({ groups, typed }: { groups: MatchGroup[]; typed: FormReply["values"] }) {
  const matches = Array.isArray(typed.matches) ? typed.matches : [];
  const typedAt = (place: number): TypedMatch => matches[place] ?? {};
  return (
    <div id="matches" className="grid gap-6">
      {groups.map((group) => (
        <section key={group.word}>
          <h2 className="text-l">{group.title}</h2>
          <p className="mb-3 max-w-prose text-muted">{group.help}</p>
          <MatchTable group={group} typedAt={typedAt} />
          {group.word === "provider" ? <Rest chosen={String(typed.rest ?? "ask")} /> : null}
        </section>
      ))}
    </div>
  );
}

function Reason({ isAsked, reply }: { isAsked: boolean; reply: FormReply | undefined }) {
  if (!isAsked) return null;
  return <ReportReasonField value={String(reply?.values.reportReason ?? "")} errors={reply?.errors.reportReason} />;
}

function CountChoice({ isCounted }: { isCounted: boolean }) {
  const { count, countHint } = useTexts("tableImport");
  return (
    <div className="max-w-prose">
      <Choice type="checkbox" name="isCounted" value="on" isChecked={isCounted}>
        {count}
      </Choice>
      <p className="mt-1 text-s text-muted">{countHint}</p>
    </div>
  );
}

function Actions({ content, ready, hasRows, groups, hasColumns }: RowReviewProps) {
  const t = useTexts("tableImport");
  return (
    <div>
      <p className="mb-2 font-semibold">{ready}</p>
      <div className="flex flex-wrap items-center gap-2">
        {hasRows ? (
          <button type="submit" name="intent" value="apply" className="button button-main">
            {t.apply[content]}
          </button>
        ) : null}
        {groups.length > 0 ? (
          <button type="submit" name="intent" value="keep" className="button">
            {t.keep}
          </button>
        ) : null}
        {hasColumns ? (
          <button type="submit" name="intent" value="remap" className="button button-quiet">
            {t.reviewColumns}
          </button>
        ) : null}
        <button type="submit" name="intent" value="discard" className="button button-quiet">
          {t.discard}
        </button>
      </div>
    </div>
  );
}

/** What becomes of the names that were left without an answer. */
function Rest({ chosen }: { chosen: string }) {
  const { rest, restChoices } = useTexts("tableImport");
  return (
    <label className="mt-4 grid max-w-md gap-1 font-semibold">
      {rest}
      <select name="rest" defaultValue={chosen} className="input font-normal">
        <option value="ask">{restChoices.ask}</option>
        <option value="new">{restChoices.new}</option>
        <option value="aside">{restChoices.aside}</option>
      </select>
    </label>
  );
}
