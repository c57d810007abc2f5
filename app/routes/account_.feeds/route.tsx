import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { FeedCard } from "~/features/agenda/components/feed-card";
import { changeFeed, describeFeeds } from "~/features/agenda/feeds-page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { NarrowPage } from "~/ui/narrow-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.appointments.feed.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return json({ feeds: describeFeeds(actor), texts: textsOf(actor.locale, "appointments") });
}

/** The address is shown in the answer itself, once: it stands nowhere else. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  return json(await answering(() => changeFeed(actor, fields)));
}

export default function Feeds() {
  const { feeds, texts } = useLoaderData<typeof loader>();
  const changed = useActionData<typeof action>();
  const t = texts.appointments.feed;
  return (
    <NarrowPage title={t.title} intro={t.intro}>
      {feeds.map((feed) => (
        <FeedCard key={feed.subject} feed={feed} changed={changed?.subject === feed.subject ? changed : undefined} />
      ))}
      <p>
        <a href={paths.home()}>{t.back}</a>
      </p>
    </NarrowPage>
  );
}

export const ErrorBoundary = ErrorPage;
