import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { CollectionSteps } from "~/features/resources/components/collection-steps";
import { describeCollection } from "~/features/resources/describe-collections.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.collection.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const slug = asked.params.slug ?? "";
  const collection = await answering(() => describeCollection(actor, slug, { resource: paths.myResource }));
  return json({ collection, texts: textsOf(actor.locale, "resources") });
}

export default function MyCollection() {
  const { collection } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle title={collection.title} context={collection.context} />
      <p className="mb-6 text-l">{collection.summary}</p>
      <CollectionSteps rows={collection.rows} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
