import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { FeedList } from "~/features/resources/components/feed-list";
import { StoryForm } from "~/features/resources/components/story-form";
import { themeChoices } from "~/features/resources/describe.server";
import { describeFeeds, watchFiles } from "~/features/resources/describe-feeds.server";
import { followFeed, leaveFeed } from "~/features/resources/watch.commands.server";
import { watchFeedSchema } from "~/features/resources/watch.form";
import { getFeed } from "~/features/resources/watch.queries.server";
import { parseFields } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { formKey } from "~/ui/form-key";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.feeds);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "watch.keep"));
  return json({
    id: newId(),
    rows: describeFeeds(actor),
    themes: themeChoices(actor.locale),
    files: watchFiles(actor, "resources/watch/feeds"),
    texts: textsOf(actor.locale, "library"),
  });
}

/** A feed followed, or followed no more (`leave`). */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const workplace = await answering(() => getWorkplace(actor, "watch.keep"));
  const t = translator(actor.locale);
  const posted = await asked.request.formData();
  const left = posted.get("leave");
  if (left !== null) {
    await answering(() => leaveFeed(actor, authorize(actor, "watch.keep", getFeed(actor, String(left)))));
    return redirectWithToast(paths.watchFeeds(), { text: t("library:feedsPage.left"), tone: "ok" });
  }
  const form = parseFields(posted, watchFeedSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  followFeed(actor, authorize(actor, "watch.keep", { ...workplace, ownerId: workplace.id }), form.value);
  return redirectWithToast(paths.watchFeeds(), { text: t("library:feedsPage.saved"), tone: "ok" });
}

export default function WatchFeeds() {
  const { id, rows, themes, files, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.library.feedsPage;
  const back = (
    <a href={paths.watch()} className="button">
      {texts.library.watch}
    </a>
  );
  const fields = [
    { name: "url", label: t.url, hint: t.urlHint, type: "url" as const },
    { name: "title", label: t.name },
  ];
  return (
    <>
      <PageTitle title={texts.library.feeds} context={t.context} action={back} />
      {rows.length === 0 ? <p>{t.none}</p> : <FeedList rows={rows} />}
      <ExportLinks label={actions.export} files={rows.length > 0 ? files : undefined} />
      <h2 className="mb-3 mt-8 text-l">{t.add}</h2>
      <StoryForm key={formKey(id, reply)} fields={fields} values={{ id }} themes={themes} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
