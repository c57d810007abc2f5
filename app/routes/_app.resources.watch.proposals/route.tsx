import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { ProposalList } from "~/features/resources/components/proposal-list";
import { describeProposals, watchFiles } from "~/features/resources/describe-feeds.server";
import { leaveWatchItem } from "~/features/resources/watch.commands.server";
import { getWatchItem } from "~/features/resources/watch.queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.proposals);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "watch.keep"));
  return json({
    rows: describeProposals(actor),
    files: watchFiles(actor, "resources/watch/proposals"),
    texts: textsOf(actor.locale, "library"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const left = String((await asked.request.formData()).get("leave") ?? "");
  await answering(() => leaveWatchItem(actor, authorize(actor, "watch.keep", getWatchItem(actor, left))));
  return redirectWithToast(paths.watchProposals(), {
    text: translator(actor.locale)("library:proposalsPage.left"),
    tone: "ok",
  });
}

export default function WatchProposals() {
  const { rows, files, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.library.proposalsPage;
  const back = (
    <a href={paths.watch()} className="button">
      {texts.library.watch}
    </a>
  );
  return (
    <>
      <PageTitle title={texts.library.proposals} context={t.context} action={back} />
      {rows.length === 0 ? <Empty text={t.none} /> : <ProposalList rows={rows} />}
      <ExportLinks label={actions.export} files={rows.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
