import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { CollectionList } from "~/features/resources/components/collection-list";
import { describeCollections } from "~/features/resources/describe-collections.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.resources.collections.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return json({
    rows: describeCollections(actor, { collection: paths.collection }),
    canWrite: canSomewhere(actor, "resource.write"),
    texts: textsOf(actor.locale, "resources"),
  });
}

export default function Collections() {
  const { rows, canWrite, texts } = useLoaderData<typeof loader>();
  const t = texts.resources.collections;
  const create = canWrite ? (
    <Link to={paths.newCollection()} className="button button-main">
      {t.new}
    </Link>
  ) : undefined;
  return (
    <>
      <PageTitle title={t.title} context={t.context} action={create} />
      {rows.length === 0 ? <Empty text={t.none} /> : <CollectionList rows={rows} />}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
