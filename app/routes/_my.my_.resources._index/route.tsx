import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { CollectionList } from "~/features/resources/components/collection-list";
import { ResourceList } from "~/features/resources/components/resource-list";
import { ResourceSearch } from "~/features/resources/components/resource-search";
import { describeCollections } from "~/features/resources/describe-collections.server";
import { resourceQuery } from "~/features/resources/form";
import { readLibrary } from "~/features/resources/page.server";
import { parseQuery } from "~/http/query.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.resources.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const filter = parseQuery(asked.request, resourceQuery);
  return json({
    ...readLibrary(actor, filter, { resource: paths.myResource, list: paths.myResources }),
    // Where nothing is searched yet, ready-made ways through the library.
    collections: filter.q || filter.theme || filter.skip ? [] : describeCollections(actor, { collection: paths.myCollection }),
    texts: textsOf(actor.locale, "resources"),
  });
}

export default function MyResources() {
  const { filter, rows, next, themes, kinds, collections, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.resources;
  return (
    <>
      <PageTitle title={t.title} />
      <ResourceSearch filter={filter} themes={themes} kinds={kinds} />
      {collections.length > 0 ? (
        <section className="mb-8">
          <h2 className="mb-3 text-l">{t.collections.title}</h2>
          <CollectionList rows={collections} />
        </section>
      ) : null}
      {rows.length === 0 ? <Empty text={t.empty} /> : <ResourceList rows={rows} />}
      {next ? (
        <p className="mt-4">
          <Link to={next} className="button">
            {actions.next}
          </Link>
        </p>
      ) : null}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
