import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ThemeFilter } from "~/features/resources/components/theme-filter";
import { describeReports } from "~/features/resources/describe.server";
import { reportQuery } from "~/features/resources/report.form";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.reports);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { skip, theme } = parseQuery(asked.request, reportQuery);
  await answering(() => authorize(actor, "report.read", {}));
  const list = "resources/reports";
  const files = { xlsx: paths.listExport(list, "xlsx", { theme }), csv: paths.listExport(list, "csv", { theme }) };
  return json({
    ...describeReports(actor, { theme, skip }),
    files: canSomewhere(actor, "resource.export") ? files : undefined,
    permissions: { write: canSomewhere(actor, "report.write") },
    texts: textsOf(actor.locale, "library"),
  });
}

export default function Reports() {
  const { rows, next, themes, theme, files, permissions, texts, nextLabel } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.library;
  const create = permissions.write ? (
    <Link to={paths.newReport()} className="button button-main">
      {t.newReport}
    </Link>
  ) : undefined;
  return (
    <>
      <PageTitle title={t.reports} context={t.reportsIntro} action={create} />
      <ThemeFilter themes={themes} theme={theme} />
      {rows.length === 0 ? <Empty text={t.noReport} /> : null}
      <div className="grid gap-6">
        {rows.map((row) => (
          <article key={row.id} id={row.id} className="sheet grid gap-3 p-4 md:p-6">
            <header>
              <h2 className="text-l">{row.title}</h2>
              <p className="text-s text-muted">{row.context}</p>
            </header>
            <dl className="grid gap-3">
              {row.parts.map((part) => (
                <div key={part.label}>
                  <dt className="font-semibold">{part.label}</dt>
                  <dd className="max-w-prose whitespace-pre-line">{part.text}</dd>
                </div>
              ))}
            </dl>
            {row.to ? (
              <p>
                <a href={row.to} className="inline-flex min-h-11 items-center">
                  {actions.edit}
                </a>
              </p>
            ) : null}
          </article>
        ))}
      </div>
      {next ? (
        <p className="mt-4">
          <Link to={next} className="button">
            {nextLabel}
          </Link>
        </p>
      ) : null}
      <ExportLinks label={actions.export} files={rows.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
