import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { CollectionSteps } from "~/features/resources/components/collection-steps";
import { describeCollection } from "~/features/resources/describe-collections.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.collection.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const slug = asked.params.slug ?? "";
  const collection = await answering(() => describeCollection(actor, slug, { resource: paths.resource }));
  return json({ collection, texts: textsOf(actor.locale, "resources") });
}

export default function Collection() {
  const { actions } = useTexts("common");
  const { collection, texts } = useLoaderData<typeof loader>();
  const doors = (
    <span className="flex flex-wrap gap-2">
      {collection.publicTo ? (
        <a href={collection.publicTo} className="button">
          {texts.resources.public.open}
        </a>
      ) : null}
      {collection.canEdit ? (
        <Link to={paths.editCollection(collection.slug)} className="button">
          {actions.edit}
        </Link>
      ) : null}
    </span>
  );
  return (
    <>
      <PageTitle title={collection.title} context={collection.context} action={doors} />
      <p className="mb-6 text-l">{collection.summary}</p>
      <CollectionSteps rows={collection.rows} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
