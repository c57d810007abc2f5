import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";

import { requireActor } from "~/auth/actor.server";
import { NewsList } from "~/features/notifications/components/news-list";
import { markRead } from "~/features/notifications/news-list.commands.server";
import { describeNews } from "~/features/notifications/news-list.server";
import { notFound } from "~/http/responses.server";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.notices.news.title);

export async function loader(asked: LoaderFunctionArgs) {
  return json(describeNews(reading(await requireActor(asked)), "host"));
}

/** One of them is read, or all. */
export async function action(asked: ActionFunctionArgs) {
  const actor = reading(await requireActor(asked));
  const id = (await asked.request.formData()).get("id");
  markRead(actor, "host", typeof id === "string" ? id : undefined);
  return redirect(paths.myNews());
}

function reading(actor: Actor): Actor {
  if (actor.providerIds.length === 0) throw notFound();
  return actor;
}

export default function MyNews() {
  const { news, texts } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle title={texts.notices.news.title} />
      <NewsList news={news} />
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
