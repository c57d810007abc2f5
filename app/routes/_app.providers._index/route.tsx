import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { ProviderFilters } from "~/features/providers/components/provider-filters";
import { ProviderTable } from "~/features/providers/components/provider-table";
import { readProviderFilter } from "~/features/providers/filter.server";
import { readProviderList } from "~/features/providers/list-page.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.providers.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return json({
    ...readProviderList(actor, readProviderFilter(actor, asked.request)),
    texts: textsOf(actor.locale, "providers"),
  });
}

export default function Providers() {
  const { values, count, rows, next, choices, addresses, permissions, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.providers;
  const create = permissions.register ? (
    <Link to={paths.newProvider()} className="button button-main">
      {t.new}
    </Link>
  ) : undefined;
  const tools: [boolean, string, string][] = [
    [permissions.import, paths.providerImport(), t.tools.import],
    [permissions.import, paths.sitCorrections(), t.tools.corrections],
    [permissions.merge, paths.duplicates(), t.tools.duplicates],
    [permissions.handOver, paths.handOver(), t.tools.handOver],
    [true, paths.providersByCommune(), t.tools.communes],
    [true, addresses.tour, t.tools.tour],
    [permissions.export, addresses.xlsx, t.tools.xlsx],
    [permissions.export, addresses.csv, t.tools.csv],
  ];
  return (
    <>
      <PageTitle title={t.title} context={count} action={create} />
      <ProviderFilters values={values} choices={choices} />
      {rows.length === 0 ? (
        <Empty text={Object.keys(values).length > 0 ? t.emptySearch : t.emptyTitle} action={create} />
      ) : (
        <ProviderTable rows={rows} />
      )}
      {next ? (
        <p className="mt-4">
          <Link to={next} className="button">
            {actions.next}
          </Link>
        </p>
      ) : null}
      <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-1 print:hidden">
        {tools
          .filter(([isShown]) => isShown)
          .map(([, to, label]) => (
            <li key={to}>
              <a href={to} className="inline-flex min-h-11 items-center">
                {label}
              </a>
            </li>
          ))}
      </ul>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
