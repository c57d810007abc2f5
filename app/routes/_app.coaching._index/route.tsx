import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { LogFilters } from "~/features/coaching/components/log-filters";
import { SessionTable } from "~/features/coaching/components/session-table";
import { readLogPage } from "~/features/coaching/log-page.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.coaching.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return json({
    ...readLogPage(actor, asked.request),
    permissions: { log: canSomewhere(actor, "coaching.log") },
    texts: textsOf(actor.locale, "coaching", "coachingLog"),
  });
}

export default function CoachingSessions() {
  const { asked, choices, active, isFiltered, totals, rows, next, exports, permissions, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.coaching;
  const log = texts.coachingLog;
  const create = permissions.log ? (
    <Link to={paths.newCoaching()} className="button button-main">
      {t.new}
    </Link>
  ) : undefined;
  const others = permissions.log ? (
    <>
      <Link to={paths.quickCoaching()} className="button">
        {log.quick.title}
      </Link>
      <Link to={paths.newOtherWork()} className="button">
        {log.other.new}
      </Link>
    </>
  ) : null;
  return (
    <>
      <PageTitle
        title={t.title}
        action={
          <>
            {others}
            {create}
          </>
        }
      />
      <LogFilters asked={asked} choices={choices} isFiltered={isFiltered} />
      <section aria-label={log.totals.title} className="mb-4">
        <p className="text-s text-muted">{active.join(" · ")}</p>
        {totals.map((line) => (
          <p key={line} className="max-w-none">
            {line}
          </p>
        ))}
      </section>
      {rows.length === 0 ? <Empty text={isFiltered ? t.emptyFilter : t.empty} action={create} /> : <SessionTable rows={rows} />}
      <p className="mt-4 flex flex-wrap gap-2 print:hidden">
        {next ? (
          <Link to={next} className="button">
            {actions.next}
          </Link>
        ) : null}
        {exports && rows.length > 0 ? (
          <>
            <a href={exports.xlsx} className="button">
              {log.exportXlsx}
            </a>
            <a href={exports.csv} className="button">
              {log.exportCsv}
            </a>
          </>
        ) : null}
      </p>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
