import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { ResourceArticle } from "~/features/resources/components/resource-article";
import { readResourcePage } from "~/features/resources/page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";

export const meta = () => [{ title: "Ressource · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { page } = await answering(() => readResourcePage(actor, asked.params.slug ?? "", { resource: paths.myResource }));
  return json({ page, texts: textsOf(actor.locale, "resources") });
}

export default function MyResource() {
  const { page } = useLoaderData<typeof loader>();
  return <ResourceArticle page={{ ...page, url: page.url }} />;
}

export const ErrorBoundary = ErrorPage;
