import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ResourceList } from "~/features/resources/components/resource-list";
import { ResourceSearch } from "~/features/resources/components/resource-search";
import { resourceQuery } from "~/features/resources/form";
import { readLibrary } from "~/features/resources/page.server";
import { parseQuery } from "~/http/query.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.resources.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const filter = parseQuery(asked.request, resourceQuery);
  const { skip: _skip, ...query } = filter;
  const files = { xlsx: paths.listExport("resources", "xlsx", query), csv: paths.listExport("resources", "csv", query) };
  return json({
    files: canSomewhere(actor, "resource.export") ? files : undefined,
    ...readLibrary(actor, filter, { resource: paths.resource, list: paths.resources }),
    permissions: {
      write: canSomewhere(actor, "resource.write"),
      reports: canSomewhere(actor, "report.read"),
      watch: canSomewhere(actor, "watch.read"),
      usage: canSomewhere(actor, "resource.usage"),
    },
    texts: textsOf(actor.locale, "resources", "library"),
  });
}

export default function Resources() {
  const { files, filter, rows, next, themes, kinds, permissions, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.resources;
  const create = permissions.write ? (
    <Link to={paths.newResource()} className="button button-main">
      {t.new}
    </Link>
  ) : undefined;
  const { reports, watch, usage, links, review } = texts.library;
  const doors = [
    [true, paths.collections(), texts.resources.collections.title] as const,
    [permissions.reports, paths.reports(), reports] as const,
    [permissions.watch, paths.watch(), watch] as const,
    [permissions.usage, paths.resourceUsage(), usage] as const,
    [permissions.usage, paths.resourceReview(), review.title] as const,
    [permissions.usage, paths.resourceLinks(), links] as const,
  ].filter(([isOpen]) => isOpen);
  return (
    <>
      <PageTitle title={t.title} action={create} />
      {doors.length > 0 ? (
        <nav aria-label={t.title} className="mb-4 flex flex-wrap gap-x-6">
          {doors.map(([, to, label]) => (
            <a key={to} href={to} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          ))}
        </nav>
      ) : null}
      <ResourceSearch filter={filter} themes={themes} kinds={kinds} />
      {rows.length === 0 ? <Empty text={t.empty} /> : <ResourceList rows={rows} />}
      {next ? (
        <p className="mt-4">
          <Link to={next} className="button">
            {actions.next}
          </Link>
        </p>
      ) : null}
      <ExportLinks label={actions.export} files={rows.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
