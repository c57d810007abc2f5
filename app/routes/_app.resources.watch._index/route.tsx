import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ThemeFilter } from "~/features/resources/components/theme-filter";
import { describeWatch } from "~/features/resources/describe.server";
import { watchQuery } from "~/features/resources/watch.form";
import { parseQuery } from "~/http/query.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useLabelled, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.watch);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "watch.read")) throw forbidden();
  const { skip, ...filter } = parseQuery(asked.request, watchQuery);
  const list = "resources/watch";
  const files = { xlsx: paths.listExport(list, "xlsx", filter), csv: paths.listExport(list, "csv", filter) };
  return json({
    ...describeWatch(actor, { ...filter, skip }),
    files: canSomewhere(actor, "resource.export") ? files : undefined,
    permissions: { keep: canSomewhere(actor, "watch.keep") },
    texts: textsOf(actor.locale, "library", "letters"),
  });
}

export default function Watch() {
  const labelled = useLabelled();
  const { rows, next, nextLabel, theme, themes, forKind, kinds, waiting, files, permissions, texts } =
    useLoaderData<typeof loader>();
  const t = texts.library;
  const { actions } = useTexts("common");
  const create = permissions.keep ? (
    <Link to={paths.newWatchItem()} className="button button-main">
      {t.newItem}
    </Link>
  ) : undefined;
  return (
    <>
      <PageTitle title={t.watch} context={t.watchIntro} action={create} />
      {permissions.keep ? (
        <nav aria-label={t.watch} className="mb-4 flex flex-wrap gap-x-6">
          <a href={paths.watchProposals()} className="inline-flex min-h-11 items-center">
            {waiting > 0 ? `${t.proposals} (${waiting})` : t.proposals}
          </a>
          <a href={paths.watchFeeds()} className="inline-flex min-h-11 items-center">
            {t.feeds}
          </a>
          <a href={paths.letters()} className="inline-flex min-h-11 items-center">
            {texts.letters.title}
          </a>
        </nav>
      ) : null}
      <ThemeFilter themes={themes} theme={theme} kinds={kinds} forKind={forKind} />
      {rows.length === 0 ? (
        <Empty text={t.noItem} />
      ) : (
        <ul className="sheet divide-y divide-rule">
          {rows.map((row) => (
            <li key={row.id} className="grid gap-1 px-4 py-3">
              <a href={row.url} rel="noreferrer" className="font-semibold">
                {row.title}
              </a>
              <p>{row.summary}</p>
              {row.why ? (
                <p>
                  <span className="font-semibold">{labelled(t.why, "")}</span>
                  {row.why}
                </p>
              ) : null}
              <p className="text-s text-muted">
                {row.context}
                {row.to ? (
                  <>
                    {" · "}
                    <a href={row.to} aria-label={labelled(actions.edit, row.title)}>
                      {actions.edit}
                    </a>
                  </>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
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
