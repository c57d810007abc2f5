import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { NewsList } from "~/features/notifications/components/news-list";
import { markRead } from "~/features/notifications/news-list.commands.server";
import { describeNews } from "~/features/notifications/news-list.server";
import { forbidden } from "~/http/responses.server";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.notices.news.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = reading(await requireActor(asked));
  return json({ ...describeNews(actor, "office"), sentTo: canSomewhere(actor, "mail.list") ? paths.mails() : null });
}

/** One of them is read, or all. */
export async function action(asked: ActionFunctionArgs) {
  const actor = reading(await requireActor(asked));
  const id = (await asked.request.formData()).get("id");
  markRead(actor, "office", typeof id === "string" ? id : undefined);
  return redirect(paths.news());
}

function reading(actor: Actor): Actor {
  if (!canSomewhere(actor, "message.leave")) throw forbidden();
  return actor;
}

export default function News() {
  const { news, sentTo, texts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title={texts.notices.news.title}
        action={
          sentTo ? (
            <a href={sentTo} className="button">
              {texts.notices.sent.title}
            </a>
          ) : null
        }
      />
      <NewsList news={news} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
