import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { MarkBar } from "~/features/resources/components/mark-bar";
import { ResourceArticle } from "~/features/resources/components/resource-article";
import { readResourcePage } from "~/features/resources/page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const slug = asked.params.slug ?? "";
  const { page, marks } = await answering(() => readResourcePage(actor, slug, { resource: paths.myResource }));
  return json({ slug, page, marks, texts: textsOf(actor.locale, "resources", "library") });
}

export default function MyResource() {
  const { slug, page, marks } = useLoaderData<typeof loader>();
  return (
    <ResourceArticle page={{ ...page, url: page.url }}>
      <MarkBar to={paths.myResourceMarks(slug)} marks={marks} />
    </ResourceArticle>
  );
}

export const ErrorBoundary = ErrorPage;
